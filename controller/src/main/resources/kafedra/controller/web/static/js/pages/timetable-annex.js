// The timetables that were taken in, and the annex to an order: which lesson has which room and which seats.

import { h, icon } from "../dom.js";
import { t, word } from "../i18n.js";
import { empty } from "../parts/notice.js";
import { dateFigures } from "../time.js";
import { whenOf } from "./timetable-report.js";

export function versionsSheet(versions, onAnnex) {
  if (versions.length === 0) {
    return h("section", { class: "sheet" }, empty("calendar", t("timetable.none"), t("timetable.none.next")));
  }
  return h(
    "section",
    { class: "sheet" },
    h("h2", {}, t("timetable.kept")),
    h(
      "ul",
      { class: "timetable-versions" },
      versions.map((version, index) =>
        h(
          "li",
          {},
          h(
            "div",
            {},
            h("strong", {}, titleOf(version)),
            index === 0 && h("span", { class: "mark good" }, icon("check"), t("timetable.newest")),
            h("span", { class: "soft small block" }, t("timetable.version.holds", { first: dateFigures(version.first), last: dateFigures(version.last), n: version.lessons, format: word("timetable.format", version.format) })),
            version.shortages > 0 && h("span", { class: "small block" }, t("timetable.version.short", { n: version.shortages })),
          ),
          h("button", { class: "button", type: "button", onclick: () => onAnnex(version.number) }, icon("print"), t("timetable.annex")),
        ),
      ),
    ),
  );
}

function titleOf(version) {
  return version.order
    ? t("timetable.version.order", { order: version.order, date: version.orderDate ? dateFigures(version.orderDate) : "—" })
    : t("timetable.version.plain", { n: String(version.number) });
}

export function annexOf(place, annex, onBack) {
  const { version, rows } = annex;
  const short = rows.filter((row) => row.short);
  return h(
    "section",
    { class: "sheet timetable-annex" },
    h(
      "div",
      { class: "sheet-head no-print" },
      h("button", { class: "button", type: "button", onclick: onBack }, icon("before"), t("timetable.back")),
      h("div", { class: "actions" }, h("button", { class: "button main", type: "button", onclick: () => window.print() }, icon("print"), t("timetable.print"))),
    ),
    h("h2", {}, t("timetable.annex.title", { title: titleOf(version) })),
    h("p", {}, t("timetable.annex.sub", { school: place.school.name, first: dateFigures(version.first), last: dateFigures(version.last) })),
    rowsTable(rows),
    short.length > 0 && [h("h3", {}, t("timetable.annex.short")), h("ul", {}, short.map((row) => h("li", {}, t("timetable.annex.short.row", { subject: row.subject, who: row.participants, when: whenOf(asWhen(row)), room: row.rooms, given: row.given, wanted: row.wanted }))))],
    h("p", { class: "timetable-sign" }, t("timetable.annex.sign")),
  );
}

const asWhen = (row) => ({ ...row, dates: row.dates });

function rowsTable(rows) {
  const head = ["timetable.when", "timetable.lesson", "timetable.who", "timetable.teacher", "timetable.where", "timetable.seats"];
  return h(
    "div",
    { class: "table-box", tabindex: "0", role: "region", "aria-label": t("timetable.annex") },
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, head.map((key) => h("th", { scope: "col" }, t(key))))),
      h(
        "tbody",
        {},
        rows.map((row) =>
          h(
            "tr",
            {},
            h("td", {}, whenOf(asWhen(row))),
            h("th", { scope: "row" }, row.subject),
            h("td", {}, row.participants),
            h("td", {}, row.teachers),
            h("td", {}, row.rooms),
            h("td", {}, t("timetable.given", { given: row.given, wanted: row.wanted }), row.seats && h("span", { class: "soft small block" }, row.seats)),
          ),
        ),
      ),
    ),
  );
}
