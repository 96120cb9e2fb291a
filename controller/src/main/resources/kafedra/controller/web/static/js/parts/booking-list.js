// Bookings as a list: when, who, where, what for, and whether the building already knows.

import { remove } from "../api.js";
import { h, icon, show } from "../dom.js";
import { t, word } from "../i18n.js";
import { age, millis, shortDay, dayOf, span } from "../time.js";
import { confirm } from "./dialog.js";
import { bookedFor, seatsInWords } from "./names.js";
import { empty, problemCard, say } from "./notice.js";

/**
 * A list of bookings.
 *
 * @param bookings in the order to show
 * @param view zone, now, labels of seats, onOpen for a closer look (or none), lastContact of the kiosk (or null), withDay to tell the day too, emptyNext for an
 *     empty list, onCancelled after a booking was cancelled
 */
export function bookingList(bookings, view) {
  if (bookings.length === 0) {
    return empty("book", t("bookings.none"), view.emptyNext ?? t("bookings.none.next"));
  }
  return h("ul", { class: "bookings" }, bookings.map((booking) => row(booking, view)));
}

function row(booking, view) {
  const answer = h("div", { class: "booking-answer" });
  const phase = phaseOf(booking, view.now);
  return h(
    "li",
    { class: `booking ${phase}` },
    h(
      "p",
      { class: "booking-when figures" },
      view.withDay && h("span", { class: "booking-day" }, shortDay(dayOf(booking.slot.start, view.zone))),
      span(booking.slot.start, booking.slot.end, view.zone),
    ),
    h(
      "div",
      { class: "booking-what" },
      h("p", { class: "booking-who" }, view.onOpen ? h("button", { class: "link", type: "button", onclick: () => view.onOpen(booking) }, bookedFor(booking) || t("holder.lab")) : bookedFor(booking) || t("holder.lab")),
      h("p", { class: "soft small" }, [about(booking), seatsText(booking, view)].filter(Boolean).join(" · ")),
      h("p", { class: "booking-marks" }, marks(booking, phase, view)),
      answer,
    ),
    phase !== "past" && booking.status === "CONFIRMED" && cancelButton(booking, view, answer),
  );
}

const seatsText = (booking, view) => (booking.workstations.length > 0 ? seatsInWords(booking.workstations, view.labels) : "");

function about(booking) {
  const purpose = word("purpose", booking.purpose);
  return booking.label && booking.label !== bookedFor(booking) ? `${purpose}, ${booking.label}` : purpose;
}

function phaseOf(booking, now) {
  if (millis(booking.slot.end) <= now) {
    return "past";
  }
  return millis(booking.slot.start) <= now ? "running" : "coming";
}

function marks(booking, phase, view) {
  const shown = [];
  if (booking.status !== "CONFIRMED") {
    shown.push(h("span", { class: "mark stone" }, icon("close"), t(`booking.${booking.status}`)));
  } else if (phase === "running") {
    shown.push(h("span", { class: "mark good" }, icon("clock"), t("booking.running")));
  }
  if (booking.status === "CONFIRMED" && !booking.siteKnows && phase !== "past") {
    const contact = view.lastContact ? t("booking.site-contact", { age: age(view.lastContact, view.now) }) : "";
    shown.push(h("span", { class: "mark honey" }, icon("no-link"), t("booking.site-unaware")), contact && h("span", { class: "soft small" }, contact));
  }
  return shown;
}

function cancelButton(booking, view, answer) {
  const press = async () => {
    const yes = await confirm({
      title: t("cancel.title"),
      text: t("cancel.text", { who: bookedFor(booking), time: span(booking.slot.start, booking.slot.end, view.zone), day: shortDay(dayOf(booking.slot.start, view.zone)) }),
      yes: t("cancel.yes"),
      no: t("cancel.no"),
    });
    if (!yes) {
      return;
    }
    try {
      await remove(`/bookings/${booking.id}?version=${booking.version}`);
      say(t("cancel.done"));
      view.onCancelled(booking);
    } catch (problem) {
      show(answer, problemCard(problem));
    }
  };
  return h(
    "button",
    { class: "button quiet square", type: "button", onclick: press, title: t("cancel.button"), "aria-label": t("cancel.button.of", { who: bookedFor(booking), time: span(booking.slot.start, booking.slot.end, view.zone) }) },
    icon("close"),
  );
}
