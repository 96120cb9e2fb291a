// What a booking will come to, and what came of it.

import { h, icon } from "../dom.js";
import { t, word } from "../i18n.js";
import { bookedFor, seatsInWords } from "../parts/names.js";
import { goodCard } from "../parts/notice.js";
import { dayOf, longDay, shortDay, span } from "../time.js";

/** The wish in words, and how much room there is for it. */
export function summary(wish, { lab, zone, labels, room, gaps }) {
  const { time } = wish;
  const whole = time.start && time.end;
  const seats = wish.chosen
    ? wish.workstations.length > 0 && seatsInWords(wish.workstations, labels)
    : [t("form.seats-n", { n: wish.count }), ...wish.features.map((one) => word("feature", one))].join(", ");
  return [
    h(
      "ul",
      { class: "summary" },
      line(wish.group ? "group" : "in-use", wish.who?.name),
      line("calendar", longDay(time.day)),
      line("clock", whole && span(time.start, time.end, zone)),
      line("free", [lab.name, seats].filter(Boolean).join(": ")),
      line("check", [word("purpose", wish.purpose), wish.label].filter(Boolean).join(", ")),
    ),
    h("p", { class: "room-left" }, roomText(wish, room)),
    gaps.length > 0 && h("p", { class: "hint" }, t("form.missing", { what: gaps.map((gap) => t(gap)).join(", ") })),
  ];
}

function line(pictogram, text) {
  return h("li", { class: text ? "" : "open" }, icon(pictogram), text || "…");
}

function roomText(wish, room) {
  if (!room) {
    return "";
  }
  const values = { n: room.free, all: room.seats, wanted: wish.count };
  return !wish.chosen && room.free < wish.count
    ? h("span", { class: "fault" }, t("form.not-enough", values))
    : t("form.free", values);
}

/** It is booked. */
export function bookedCard(booking, { zone, labels }) {
  const day = dayOf(booking.slot.start, zone);
  return goodCard(
    t("booked.title"),
    h(
      "p",
      {},
      t("booked.text", {
        who: bookedFor(booking),
        day: shortDay(day),
        time: span(booking.slot.start, booking.slot.end, zone),
        seats: seatsInWords(booking.workstations, labels),
      }),
    ),
    h("p", { class: "notice-actions" }, h("a", { class: "button", href: `#/day?lab=${booking.lab}&day=${day}` }, t("booked.day"))),
  );
}
