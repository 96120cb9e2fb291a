// The day on paper: by time, with seats and group, and room for a signature.

import { h } from "../dom.js";
import { t, word } from "../i18n.js";
import { bookedFor, seatLabels } from "../parts/names.js";
import { longDay, span } from "../time.js";

/** A table that only paper shows. */
export function dayPaper(bookings, { place, lab, day, zone, labels }) {
  const rows = [...bookings].sort((a, b) => Date.parse(a.slot.start) - Date.parse(b.slot.start));
  return h(
    "div",
    { class: "paper" },
    h("h2", {}, `${lab.name}: ${longDay(day)}`),
    h("p", {}, place.school.name),
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, ["paper.time", "paper.who", "paper.seats", "paper.purpose", "paper.signature"].map((name) => h("th", { scope: "col" }, t(name))))),
      h("tbody", {}, rows.length > 0 ? rows.map((booking) => row(booking, zone, labels)) : h("tr", {}, h("td", { colspan: "5" }, t("bookings.none")))),
    ),
    h("p", { class: "paper-foot" }, t("paper.responsible")),
  );
}

function row(booking, zone, labels) {
  const about = booking.label && booking.label !== bookedFor(booking) ? `${word("purpose", booking.purpose)}, ${booking.label}` : word("purpose", booking.purpose);
  return h(
    "tr",
    {},
    h("th", { scope: "row", class: "figures" }, span(booking.slot.start, booking.slot.end, zone)),
    h("td", {}, h("strong", {}, bookedFor(booking) || t("holder.lab"))),
    h("td", {}, seatLabels(booking.workstations, labels), booking.workstations.length > 1 && h("span", { class: "block" }, t("seats.n", { n: booking.workstations.length }))),
    h("td", {}, about),
    h("td", {}),
  );
}
