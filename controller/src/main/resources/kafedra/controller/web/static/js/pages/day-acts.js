// What can be done on the board of a day, whoever asks: the hand, the keys, or a list of large buttons.

import { cancel, checkChange } from "../bookings.js";
import { isOpen as isOpenIn } from "../days.js";
import { t } from "../i18n.js";
import { actionSheet } from "../parts/action-sheet.js";
import { openBooking } from "../parts/booking-dialog.js";
import { changeBooking } from "../parts/changes.js";
import { bookedFor, seatsInWords } from "../parts/names.js";
import { bookedWords, quickBook } from "../parts/quick-book.js";
import { toast } from "../parts/toast.js";
import { whyNot } from "../parts/why-not.js";
import { bookableFrom, startOf } from "../schedule.js";
import { clock, span } from "../time.js";
import { against, isUnchanged } from "./day-plan.js";

export function dayActs(board, view) {
  const takeBack = async (booking) => {
    try {
      await cancel(booking);
      toast(t("cancel.done"));
    } catch (problem) {
      toast(problem.message);
    }
    await view.refresh();
  };
  const book = (plan) =>
    quickBook(view, { workstations: plan.seats, start: bookableFrom(plan.start, board.now), end: plan.end }, (booking) => {
      toast(bookedWords(booking, view), () => takeBack(booking));
      view.refresh();
    });
  const why = (item) => whyNot(view, { seat: item.seat ?? board.seats[item.row], start: item.start, end: item.end }, ({ seat, start, end }) => book({ seats: [seat.id], start, end }));
  const openBar = (item, begin) => openBooking(item.booking, view, { begin });
  const planOf = (item) => ({ seats: [item.seat.id], start: item.start, end: item.end });
  const isOpen = (item) => item.end > board.now && item.seat.service === "IN_SERVICE" && isOpenIn(board.plan, item.start, item.end);

  return {
    book,
    why,
    open: (item) => (item.booking ? openBar(item) : isOpen(item) ? book(planOf(item)) : why(item)),
    cancel: (item) => openBar(item, "cancel"),
    /** Moves or stretches to where a plan lies. */
    async put(plan) {
      if (isUnchanged(plan)) {
        return;
      }
      await changeBooking(plan.booking, changeOf(plan), view);
    },
    judge: (plan) => against(board, plan),
    /** Asks the controller about a plan that this page has nothing against; null while it has no answer. */
    async ask(plan) {
      try {
        return await checkChange(plan.booking, changeOf(plan));
      } catch (problem) {
        console.warn("a plan was not judged", problem.code);
        return null;
      }
    },
    /** Everything that can be done at a place, as large buttons. */
    menu(item) {
      const time = span(item.start, item.end, board.zone);
      if (item.booking) {
        const { booking } = item;
        const over = item.end <= board.now;
        actionSheet(bookedFor(booking) || t("holder.lab"), `${time} · ${seatsInWords(booking.workstations, board.labels)}`, [
          { pictogram: "book", text: t("act.open"), act: () => openBar(item) },
          !over && { pictogram: "move", text: t("act.move"), act: () => openBar(item, "move") },
          !over && { pictogram: "cut", text: t("act.cut"), act: () => openBar(item, "cut") },
          { pictogram: "unknown", text: t("why.title"), act: () => why(item) },
          !over && { pictogram: "close", text: t("act.cancel"), danger: true, act: () => openBar(item, "cancel") },
        ]);
        return;
      }
      const start = clock(bookableFrom(item.start, board.now), board.zone);
      actionSheet(t("seat.name", { label: item.seat.label }), time, [
        isOpen(item) && { pictogram: "book", text: t("act.book"), act: () => book(planOf(item)) },
        isOpen(item) && { pictogram: "group", text: t("class.nav"), act: () => (location.hash = `#/class?lab=${board.lab.id}&day=${board.day}&from=${start}&to=${clock(item.end, board.zone)}`) },
        { pictogram: "unknown", text: t("why.title"), act: () => why(item) },
      ]);
    },
    mayMove: (item) => item.booking !== null && item.end > board.now && startOf(item.booking) > board.now,
    mayStretch: (item) => item.booking !== null && item.end > board.now,
  };
}

const changeOf = ({ booking, start, end, seats }) => ({ start, end, ...(seats.join() === booking.workstations.join() ? {} : { workstations: seats }) });
