// Bookings that are taken back, or would be, and whom to tell of each; on paper too.

import { h } from "../dom.js";
import { t, word } from "../i18n.js";
import { dayOf, shortDay, span } from "../time.js";

export const labName = (context, id) => context.everyLab.find((lab) => lab.id === id)?.name ?? id;

export function takenTable(context, taken) {
  const lost = taken.some((one) => one.why);
  const columns = ["closures.when", "closures.who", "closures.where", "closures.for", lost && "closures.why-lost"].filter(Boolean);
  return h(
    "div",
    { class: "table-box", tabindex: "0", role: "region", "aria-label": t("closures.list") },
    h(
      "table",
      { class: "calendar-table" },
      h("thead", {}, h("tr", {}, columns.map((column) => h("th", { scope: "col" }, t(column))))),
      h("tbody", {}, taken.map((one) => takenRow(context, one, lost))),
    ),
  );
}

function takenRow(context, one, lost) {
  const zone = context.place.schools.find((school) => school.id === one.school)?.zone ?? context.calendar.zone;
  const name = one.person?.name ?? one.group?.name ?? t("closures.nobody-there");
  return h(
    "tr",
    {},
    h("td", { class: "figures taken-when" }, h("span", {}, shortDay(dayOf(one.slot.start, zone))), " ", h("span", {}, span(one.slot.start, one.slot.end, zone))),
    h("td", {}, [name, one.classes.join(", ")].filter(Boolean).join(", ")),
    h("td", {}, labName(context, one.lab)),
    h("td", {}, [word("purpose", one.purpose), one.label].filter(Boolean).join(", ")),
    lost && h("td", {}, one.why ? word("closures.loss", one.why) : ""),
  );
}
