// What can be done on the board of a week.

import { closedWords, isOpen } from "../days.js";
import { t } from "../i18n.js";
import { h, icon } from "../dom.js";
import { openBooking } from "../parts/booking-dialog.js";
import { changeBooking } from "../parts/changes.js";
import { dialog } from "../parts/dialog.js";
import { bookedFor, seatsInWords } from "../parts/names.js";
import { bookableFrom, endOf, freeSeats, inTheWay, startOf } from "../schedule.js";
import { clock, dayOf, longDay, shortDay, span } from "../time.js";

const LATEST_START = 15 * 60_000;

export function weekActs(board, view) {
  const { zone, now } = board;
  const toClass = (day, start, end) => (location.hash = `#/class?lab=${board.lab.id}&day=${day}&from=${clock(bookableFrom(start, now), zone)}&to=${clock(end, zone)}`);

  /** A booking's time elsewhere: on the same seats, or on others where those are taken. */
  const judge = ({ booking, start, end }) => {
    const conflicts = inTheWay(board.bookings, booking.workstations, start, end, booking.id);
    const free = freeSeats(board.seats, board.bookings, start, end, booking.id);
    const reseat = conflicts.length > 0 && free.length >= booking.workstations.length;
    const faults = [];
    if (conflicts.length > 0 && !reseat) {
      faults.push(t("week.too-few", { n: free.length, wanted: booking.workstations.length }));
      conflicts.slice(0, 2).forEach((one) => faults.push(t("plan.in-the-way", { who: bookedFor(one.booking) || t("holder.lab"), time: span(one.booking.slot.start, one.booking.slot.end, zone), seats: seatsInWords(one.seats, board.labels) })));
    }
    const column = board.columns.find((one) => one.day === dayOf(start, zone));
    if (column && !isOpen(column.plan, start, end)) {
      faults.push(closedWords(column.plan) || t("plan.shut"));
    }
    if (start < now - LATEST_START && start !== startOf(booking)) {
      faults.push(t("plan.past"));
    }
    return { faults, reseat, good: reseat ? t("week.reseat", { n: booking.workstations.length }) : t("plan.free") };
  };

  return {
    toClass,
    judge,
    openBooking: (booking) => openBooking(booking, view),
    mayMove: (block) => block.bookings.length === 1 && block.start > now,
    async put({ booking, start, end }) {
      if (start !== startOf(booking) || end !== endOf(booking)) {
        const { reseat } = judge({ booking, start, end });
        await changeBooking(booking, { start, end, ...(reseat ? { count: booking.workstations.length } : {}) }, view);
      }
    },
    /** One lesson: who is there, and what can be done. */
    openCell(cell) {
      dialog(`${shortDay(cell.day)}, ${span(cell.start, cell.end, zone)}`, (close) => [
        h("p", {}, t("week.taken", { n: cell.taken, all: board.usable })),
        cell.during.length > 0 &&
          h(
            "ul",
            { class: "action-list" },
            cell.during.map((booking) =>
              h("li", {}, h("button", { class: "button", type: "button", onclick: () => (close(), openBooking(booking, view)) }, icon(booking.person ? "in-use" : "group"), h("span", { class: "two-lines" }, h("strong", {}, bookedFor(booking) || t("holder.lab")), h("span", { class: "soft small figures" }, `${span(booking.slot.start, booking.slot.end, zone)} · ${seatsInWords(booking.workstations, board.labels)}`)))),
            ),
          ),
        h(
          "div",
          { class: "dialog-actions" },
          h("a", { class: "button", href: `#/day?lab=${board.lab.id}&day=${cell.day}`, onclick: close }, icon("day"), t("week.to-day")),
          !cell.past && h("button", { class: "button main", type: "button", onclick: () => (close(), toClass(cell.day, cell.start, cell.end)) }, icon("group"), t("class.nav")),
        ),
      ]);
    },
    /** People of one lesson, who stand as one block. */
    openBlock(block) {
      if (block.bookings.length === 1) {
        openBooking(block.bookings[0], view);
        return;
      }
      dialog(longDay(dayOf(block.start, zone)), (close) => [
        h("ul", { class: "action-list" }, block.bookings.map((booking) => h("li", {}, h("button", { class: "button", type: "button", onclick: () => (close(), openBooking(booking, view)) }, icon("in-use"), h("span", { class: "two-lines" }, h("strong", {}, bookedFor(booking)), h("span", { class: "soft small figures" }, `${span(booking.slot.start, booking.slot.end, zone)} · ${seatsInWords(booking.workstations, board.labels)}`)))))),
      ]);
    },
  };
}
