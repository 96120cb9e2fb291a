// The norms of screen time that the rules refer to: which table holds today, and where its figures come from.

import { h, icon } from "../dom.js";
import { t } from "../i18n.js";
import { honeyCard } from "./notice.js";
import { dateFigures } from "../time.js";

/** The tables, the one in force open. */
export function normsSheet(norms) {
  const now = norms.tables.find((table) => table.inForce);
  return h(
    "section",
    { class: "sheet norms", "aria-labelledby": "norms" },
    h("h2", { id: "norms" }, icon("shield"), t("norms.title")),
    h("p", { class: "soft" }, t("norms.about")),
    now?.outlived && honeyCard(t("norms.outlived"), h("p", {}, t("norms.outlived.next", { title: now.title, day: dateFigures(now.statedEnd) }))),
    !now && honeyCard(t("norms.none")),
    norms.tables.toReversed().map(tableOf),
  );
}

function tableOf(table) {
  const words = [
    t("norms.from", { day: dateFigures(table.from) }),
    table.statedEnd && t("norms.until", { day: dateFigures(table.statedEnd) }),
    table.inForce && t("norms.in-force"),
  ];
  return h(
    "details",
    { open: table.inForce },
    h("summary", {}, `${table.title} · ${words.filter(Boolean).join(", ")}`),
    h(
      "div",
      { class: "table-box", tabindex: "0", role: "region", "aria-label": table.title },
      h(
        "table",
        {},
        h("thead", {}, h("tr", {}, ["grade", "lesson", "day", "home"].map((name) => h("th", { scope: "col", class: name === "grade" ? null : "right" }, t(`norms.${name}`))))),
        h("tbody", {}, ranges(table.grades).map(rowOf)),
      ),
    ),
    h("p", { class: "small soft" }, t("norms.rest", { n: table.restMinutes })),
    h("p", { class: "small soft", lang: "ru" }, table.source),
  );
}

function rowOf({ first, last, limits }) {
  const cell = (minutes) => h("td", { class: "right" }, minutes === null ? "—" : minutes);
  return h("tr", {}, h("th", { scope: "row" }, first === last ? first : `${first}–${last}`), cell(limits.lesson), cell(limits.day), cell(limits.home));
}

/** Neighbouring grades with the same limits share a row. */
function ranges(grades) {
  const rows = [];
  for (const limits of grades) {
    const before = rows.at(-1);
    const same = before && before.last + 1 === limits.grade && ["lesson", "day", "home"].every((name) => before.limits[name] === limits[name]);
    if (same) {
      before.last = limits.grade;
    } else {
      rows.push({ first: limits.grade, last: limits.grade, limits });
    }
  }
  return rows;
}
