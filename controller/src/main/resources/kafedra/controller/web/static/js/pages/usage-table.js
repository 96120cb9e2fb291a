// The figures behind a plot.

import { h } from "../dom.js";
import { number, percent, t } from "../i18n.js";

const FEW_ROWS = 8;
const hours = (value) => number(value, 1);
const count = (value) => number(value);
const COLUMNS = [
  ["bookedHours", "usage.booked", hours],
  ["signedInHours", "usage.signedIn", hours],
  ["activeHours", "usage.active", hours],
  ["availableHours", "usage.available", hours],
  ["occupancy", "usage.occupancy", percent],
  ["sessions", "usage.sessions", count],
  ["people", "usage.people", count],
  ["due", "usage.due", count],
  ["noShows", "usage.noShows", count],
  ["refusals", "usage.refusals", count],
];

export function usageTable(rows, total, name) {
  return h(
    "details",
    { class: "usage-table", open: rows.length <= FEW_ROWS },
    h("summary", {}, t("usage.table")),
    h(
      "div",
      { class: "table-box", tabindex: "0", role: "group", "aria-label": `${t("usage.table")}: ${name}` },
      h(
        "table",
        {},
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, name), COLUMNS.map(([, text]) => h("th", { scope: "col", class: "right" }, t(text))))),
        h("tbody", {}, rows.map((row) => line(row, row.label))),
        h("tfoot", {}, line(total, t("usage.sum"))),
      ),
    ),
  );
}

function line(row, label) {
  if (row.suppressed) {
    return h("tr", {}, h("th", { scope: "row" }, label), h("td", { colspan: COLUMNS.length, class: "soft" }, t("usage.suppressed")));
  }
  return h("tr", {}, h("th", { scope: "row" }, label), COLUMNS.map(([key, , show]) => h("td", { class: "right" }, cell(row[key], key, show))));
}

function cell(value, key, figure) {
  if (value !== null) {
    return figure(value);
  }
  return key === "people" ? t("usage.few") : "–";
}
