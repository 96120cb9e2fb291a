// The year as months. A day is told by a letter and a look besides its colour; one stop of the Tab key leads in, arrows lead on.

import { h } from "../dom.js";
import { locale, t } from "../i18n.js";
import { longDay, plusDays, weekday } from "../time.js";

const WEEK = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const LEGEND = ["lessons", "open", "special", "HOLIDAY", "DAY_OFF", "CLOSED", "REMOTE", "OUTSIDE_SCHOOL_YEAR"];

/** The year's grid; a chosen day is given to onDay. */
export function yearGrid({ calendar, days, today, lab }, onDay) {
  const special = new Set(calendar.plan.specialDays.map((one) => one.date));
  const byMonth = Map.groupBy(days, (day) => day.date.slice(0, 7));
  const buttons = new Map();
  const kinds = new Set();
  const start = days.some((day) => day.date === today) ? today : days[0]?.date;
  const cell = (day) => {
    const kind = kindOf(day, special.has(day.date));
    kinds.add(kind);
    const button = h(
      "button",
      {
        type: "button",
        class: `year-day ${kind.toLowerCase()} ${day.date === today ? "today" : ""}`,
        tabindex: day.date === start ? "0" : "-1",
        "aria-label": dayWords(day, kind, today),
        "aria-current": day.date === today ? "date" : null,
        onclick: () => onDay(day),
      },
      h("span", {}, Number(day.date.slice(8))),
      h("span", { class: "year-letter", "aria-hidden": "true" }, letterOf(kind)),
    );
    buttons.set(day.date, button);
    return button;
  };
  const months = [...byMonth].map(([month, own]) => monthTable(month, own, cell));
  const grid = h("div", { class: "year-months" }, months);
  grid.addEventListener("keydown", (event) => step(event, buttons));
  return h(
    "section",
    { class: "sheet year", "aria-labelledby": "year-title" },
    h("div", { class: "sheet-head" }, h("h2", { id: "year-title" }, t("calendar.year-of", { lab: lab?.name ?? "" }))),
    h(
      "ul",
      { class: "year-legend", "aria-label": t("calendar.legend") },
      LEGEND.filter((kind) => kinds.has(kind)).map((kind) =>
        h("li", {}, h("span", { class: `year-day ${kind.toLowerCase()}`, "aria-hidden": "true" }, h("span", { class: "year-letter" }, letterOf(kind))), t(`calendar.kind.${kind}`)),
      ),
    ),
    h("p", { class: "hint no-print" }, t("calendar.year-hint")),
    grid,
  );
}

/** What a day is, in one word. */
export function kindOf(day, isSpecial) {
  if (!day.open) {
    return day.reason;
  }
  return isSpecial ? "special" : day.lessons.length > 0 ? "lessons" : "open";
}

const letterOf = (kind) => t(`calendar.letter.${kind}`);

function dayWords(day, kind, today) {
  return [longDay(day.date), day.date === today && t("calendar.today"), t(`calendar.kind.${kind}`), day.note].filter(Boolean).join(", ");
}

function monthTable(month, days, cell) {
  const before = WEEK.indexOf(weekday(days[0].date));
  const cells = [...Array(before).fill(null), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, at) => cells.slice(at * 7, at * 7 + 7));
  const name = new Intl.DateTimeFormat(locale(), { month: "long", year: "numeric", timeZone: "UTC" }).format(Date.parse(`${month}-01T00:00:00Z`));
  const names = new Intl.DateTimeFormat(locale(), { weekday: "short", timeZone: "UTC" });
  return h(
    "table",
    { class: "year-month" },
    h("caption", {}, name),
    h("thead", {}, h("tr", {}, WEEK.map((_, at) => h("th", { scope: "col" }, names.format(Date.UTC(2024, 0, 1 + at)))))),
    h("tbody", {}, weeks.map((week) => h("tr", {}, week.map((day) => h("td", {}, day && cell(day)))))),
  );
}

function step(event, buttons) {
  const days = STEPS[event.key];
  const here = [...buttons].find(([, button]) => button === event.target)?.[0];
  const next = days && here && buttons.get(plusDays(here, days));
  if (next) {
    event.preventDefault();
    event.target.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }
}
