// The parts of the report: days, schools, and one more way to look. Each has its plot, its table and its file.

import { getText } from "../api.js";
import { bars } from "../charts/bars.js";
import { columns } from "../charts/columns.js";
import { h, icon, show } from "../dom.js";
import { number, percent, t, word } from "../i18n.js";
import { empty, problemCard } from "../parts/notice.js";
import { dayAndMonth, plusDays, shortDay, weekday } from "../time.js";
import { usageTable } from "./usage-table.js";

/** More days than this are drawn as weeks. */
const MOST_DAYS = 45;
const MOST_BARS = 15;
const WEEK = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];

const series = () => [
  { name: t("usage.booked"), look: "look-booked" },
  { name: t("usage.signedIn"), look: "look-signed" },
  { name: t("usage.active"), look: "look-active" },
];
const hoursOf = (row) => [row.bookedHours, row.signedInHours, row.activeHours];

export function byDay(usage, wish, today) {
  const days = everyDay(usage, today);
  const weekly = days.length > MOST_DAYS;
  const rows = weekly ? weeks(days) : days;
  const busiest = rows.reduce((a, b) => ((b.values[1] ?? 0) > (a.values[1] ?? 0) ? b : a), rows[0]);
  const plot = rows.length > 0 && columns({
    title: t(weekly ? "usage.plot.weeks" : "usage.plot.days"),
    unit: t("unit.hours"),
    words: t("usage.plot.days.words", { n: rows.length, when: busiest.name, hours: number(busiest.values[1] ?? 0, 1) }),
    series: series(),
    rows,
  });
  const named = usage.rows.map((row) => ({ ...row, label: shortDay(row.key) }));
  return section({ wish, by: "day", title: null, plots: plot ? [plot] : [], rows: named, total: usage.total });
}

export function bySchool(usage, wish) {
  const plots = [hoursPlot(t("usage.plot.schools"), usage.rows), occupancyPlot(usage.rows)];
  return section({ wish, by: "school", title: null, plots, rows: usage.rows, total: usage.total });
}

export function byKind(usage, wish, choice) {
  const rows = usage.rows.map((row) => ({ ...row, label: labelOf(row, usage.by) }));
  const plots = [hoursPlot(t(`usage.plot.${usage.by}`), rows)];
  if (usage.by === "lab") {
    plots.push(occupancyPlot(rows));
  }
  return section({ wish, by: usage.by, title: choice, plots, rows, total: usage.total });
}

function labelOf(row, by) {
  if (row.key === "none") {
    return t("usage.no-group");
  }
  return by === "purpose" ? word("purpose", row.key) : row.label;
}

function section({ wish, by, title, plots, rows, total }) {
  const answer = h("div", {});
  const fetchFile = async () => {
    try {
      const text = await getText("/usage", { from: wish.period.from, to: wish.period.to, by, school: wish.school }, "text/csv");
      save(text, `kafedra-${by}-${wish.period.from}-${plusDays(wish.period.to, -1)}.csv`);
      show(answer);
    } catch (problem) {
      show(answer, problemCard(problem, fetchFile));
    }
  };
  const file = h("button", { class: "button quiet", type: "button", onclick: fetchFile }, icon("download"), t("usage.csv"), h("span", { class: "unseen" }, ` ${t(`usage.by-${by}`)}`));
  const body = rows.length > 0
    ? [h("div", { class: "plots" }, plots), h("div", { class: "usage-foot" }, usageTable(rows, total, t(`usage.by-${by}`)), file), answer]
    : empty("usage", t("usage.none"), t("usage.none.next"));
  return h("section", { class: "sheet usage-part", "aria-label": t(`usage.by-${by}`) }, title && h("div", { class: "sheet-head" }, title), body);
}

function hoursPlot(title, rows) {
  const most = greatest(rows, (row) => row.signedInHours);
  return bars({
    title,
    unit: t("unit.hours"),
    words: t("usage.plot.bars.words", { n: rows.length, who: most?.label ?? "–", hours: number(most?.signedInHours ?? 0, 1) }),
    series: series(),
    rows: busiestFirst(rows).map((row) => ({ label: row.label, values: hoursOf(row), note: row.suppressed ? t("usage.suppressed") : null })),
  });
}

function occupancyPlot(rows) {
  const most = greatest(rows, (row) => row.occupancy);
  return bars({
    title: t("usage.plot.occupancy"),
    unit: t("unit.share"),
    words: t("usage.plot.occupancy.words", { n: rows.length, who: most?.label ?? "–", share: percent(most?.occupancy ?? 0) }),
    series: [{ name: t("usage.occupancy"), look: "look-signed" }],
    rows: busiestFirst(rows).map((row) => ({ label: row.label, values: [row.occupancy], note: row.occupancy === null ? t("usage.undefined") : null })),
    most: 1,
    figure: percent,
  });
}

/** Suppressed rows have no hours and come last. */
function busiestFirst(rows) {
  return [...rows].sort((a, b) => (b.signedInHours ?? -1) - (a.signedInHours ?? -1)).slice(0, MOST_BARS);
}

function greatest(rows, figure) {
  const known = rows.filter((row) => figure(row) !== null);
  return known.length > 0 ? known.reduce((a, b) => (figure(b) > figure(a) ? b : a)) : null;
}

/** A place on the axis for every day of the period that has come, worked or not. */
function everyDay(usage, today) {
  const known = new Map(usage.rows.map((row) => [row.key, row]));
  const days = [];
  const last = usage.rows.reduce((end, row) => (row.key > end ? row.key : end), today);
  for (let day = usage.from; day < usage.to && day <= last; day = plusDays(day, 1)) {
    const row = known.get(day);
    days.push({ day, name: shortDay(day), label: dayAndMonth(day), values: row ? hoursOf(row) : [0, 0, 0] });
  }
  return days;
}

function weeks(days) {
  const sums = new Map();
  for (const { day, values } of days) {
    const monday = plusDays(day, -WEEK.indexOf(weekday(day)));
    const sum = sums.get(monday) ?? [0, 0, 0];
    sums.set(monday, sum.map((value, at) => value + (values[at] ?? 0)));
  }
  return [...sums].map(([monday, values]) => ({ name: t("usage.week-of", { day: shortDay(monday) }), label: dayAndMonth(monday), values }));
}

function save(text, name) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  const link = h("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(url);
}
