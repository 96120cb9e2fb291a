// Which days a report covers. School time: half-years and years begin in September.

import { freshId, h, show } from "../dom.js";
import { t } from "../i18n.js";
import { dateField } from "../parts/date-field.js";
import { dateFigures, plusDays, weekday } from "../time.js";

const NAMES = ["week", "month", "quarter", "half", "year", "own"];
const WEEK = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
const LONGEST_DAYS = 400;

/** The field, and the period it begins with. Periods are {from, to}, `to` not included. */
export function periodField(today, onPeriod) {
  const name = freshId("period");
  const own = h("div", { class: "own-days", hidden: true });
  const told = h("p", { class: "soft figures" });
  const first = periodOf("month", today);
  const tell = (period) => show(told, `${dateFigures(period.from)} – ${dateFigures(plusDays(period.to, -1))}`);
  const choose = (which) => {
    own.hidden = which !== "own";
    if (which !== "own") {
      const period = periodOf(which, today);
      tell(period);
      onPeriod(period);
    }
  };
  show(own, ownDays(today, first.from, (period) => (tell(period), onPeriod(period))));
  tell(first);
  const node = h(
    "div",
    { class: "usage-period" },
    h(
      "fieldset",
      { class: "choices" },
      h("legend", { class: "unseen" }, t("usage.period")),
      NAMES.map((one) => h("label", {}, h("input", { type: "radio", name, checked: one === "month", onchange: () => choose(one) }), t(`period.${one}`))),
    ),
    own,
    told,
  );
  return { node, first };
}

function ownDays(today, from, onPeriod) {
  const fault = h("p", { class: "fault", role: "alert" });
  const change = () => {
    const days = (Date.parse(end.value()) - Date.parse(start.value())) / 86_400_000;
    const good = days >= 0 && days < LONGEST_DAYS;
    show(fault, good ? "" : t("period.bad", { n: LONGEST_DAYS }));
    if (good) {
      onPeriod({ from: start.value(), to: plusDays(end.value(), 1) });
    }
  };
  const start = dateField({ day: from, label: t("period.from"), onChange: change });
  const end = dateField({ day: today, label: t("period.to"), onChange: change });
  const named = (field, name) => h("span", { class: "own-day" }, h("span", { "aria-hidden": "true" }, t(name)), field.node);
  return [named(start, "period.from"), named(end, "period.to"), fault];
}

/** The named period that a day lies in. */
export function periodOf(name, day) {
  const [year, month] = day.split("-").map(Number);
  const schoolYear = month >= 9 ? year : year - 1;
  switch (name) {
    case "week": {
      const from = plusDays(day, -WEEK.indexOf(weekday(day)));
      return { from, to: plusDays(from, 7) };
    }
    case "month":
      return { from: first(year, month), to: first(year, month + 1) };
    case "quarter": {
      const start = month - ((month - 1) % 3);
      return { from: first(year, start), to: first(year, start + 3) };
    }
    case "half":
      return month >= 9 ? { from: first(year, 9), to: first(year + 1, 1) } : { from: first(year, 1), to: first(year, 9) };
    default:
      return { from: first(schoolYear, 9), to: first(schoolYear + 1, 9) };
  }
}

const first = (year, month) => new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
