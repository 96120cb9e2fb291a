// What a timetable file would do: how many lessons have which fate, each lesson with what stands in its way, and the lines that cannot be read.

import { freshId, h, icon, show } from "../dom.js";
import { t, word } from "../i18n.js";
import { honeyCard } from "../parts/notice.js";
import { dateFigures, moment, shortDay, dayOf } from "../time.js";
import { serverNow } from "../api.js";

const BAD = ["UNMATCHED_GROUP", "NO_PUPILS", "NO_BELL", "UNKNOWN_TERMS", "OUTSIDE_HOURS", "OUTSIDE_YEAR", "NOT_ENOUGH_SEATS", "IN_CONFLICT", "REFUSED"];
const MARKS = { GONE: ["stone", "close"], MOVED: ["honey", "extend"], CHANGED: ["honey", "extend"], NEW: ["good", "check"], UNCHANGED: ["stone", "after"], OVER: ["stone", "before"] };
/** Lessons shown at once; a page of thousands helps nobody. */
const SHOWN = 300;

export function reportOf(place, told, onApply) {
  const body = h("div", {});
  let shown = null;
  const draw = () => show(body, lessonsTable(place, told.lessons.filter((lesson) => !shown || lesson.fate === shown)));
  draw();
  return [
    headCard(told, onApply),
    h(
      "section",
      { class: "sheet" },
      h("h2", {}, t("timetable.step.look")),
      h("p", { class: "soft small" }, t("timetable.found-out", { format: word("timetable.format", told.format), encoding: told.encoding })),
      fateChoice(told, (fate) => {
        shown = fate;
        draw();
      }),
      body,
      told.more > 0 && h("p", { class: "hint" }, t("timetable.more", { n: told.more })),
    ),
    told.problems.length > 0 && problemsSheet(told),
    told.teachers.length > 0 && teachersSheet(told),
  ];
}

function headCard(told, onApply) {
  const press = (event) => {
    event.currentTarget.disabled = true;
    onApply();
  };
  const short = told.lessons.filter((lesson) => lesson.given < lesson.wanted && BAD.includes(lesson.fate)).length;
  return honeyCard(
    t("timetable.preview"),
    h("p", {}, t(told.change ? "timetable.preview.next" : "timetable.preview.nothing")),
    short > 0 && h("p", {}, t("timetable.preview.short", { n: short })),
    h("p", { class: "notice-actions" }, h("button", { class: "button main", type: "button", onclick: press }, t(told.change ? "timetable.take" : "timetable.take.anyway"))),
  );
}

function fateChoice(told, onFate) {
  const name = freshId("fate");
  const radio = (fate, text) => h("label", {}, h("input", { type: "radio", name, checked: fate === null, onchange: () => onFate(fate) }), text);
  const fates = [...BAD, "GONE", "MOVED", "CHANGED", "NEW", "UNCHANGED", "OVER"].filter((fate) => told.counts[fate] > 0);
  return [
    h(
      "fieldset",
      { class: "choices import-fates" },
      h("legend", { class: "unseen" }, t("timetable.lessons")),
      radio(null, t("import.all", { n: told.lessons.length + told.more })),
      fates.map((fate) => radio(fate, `${t(`timetable.fate.${fate}`)}: ${told.counts[fate]}`)),
    ),
    told.counts.NO_LAB > 0 && h("p", { class: "soft small" }, t("timetable.no-lab", { n: told.counts.NO_LAB })),
  ];
}

function lessonsTable(place, lessons) {
  const head = ["timetable.lesson", "timetable.when", "timetable.where", "timetable.seats", "timetable.fate"];
  return h(
    "div",
    { class: "table-box", tabindex: "0", role: "region", "aria-label": t("timetable.lessons") },
    h(
      "table",
      { class: "timetable-lessons" },
      h("thead", {}, h("tr", {}, head.map((key) => h("th", { scope: "col" }, t(key))))),
      h("tbody", {}, lessons.slice(0, SHOWN).map((lesson) => lessonRow(place, lesson))),
    ),
    lessons.length > SHOWN && h("p", { class: "hint" }, t("timetable.more", { n: lessons.length - SHOWN })),
  );
}

function lessonRow(place, lesson) {
  const [kind, pictogram] = MARKS[lesson.fate] ?? ["bad", "warn"];
  return h(
    "tr",
    {},
    h(
      "th",
      { scope: "row", "data-label": t("timetable.lesson") },
      lesson.subject || t("timetable.no-subject"),
      h("span", { class: "soft small block" }, (lesson.participants.length ? lesson.participants : lesson.groups.map((group) => group.name)).join(", ")),
      lesson.line && h("span", { class: "soft small block" }, t("timetable.line", { n: String(lesson.line) })),
    ),
    h("td", { "data-label": t("timetable.when") }, whenOf(lesson.when)),
    h("td", { "data-label": t("timetable.where") }, lesson.labs.map((lab) => lab.name).join(", ") || lesson.rooms.join(", ")),
    h("td", { class: "figures", "data-label": t("timetable.seats") }, lesson.wanted > 0 ? t("timetable.given", { given: lesson.given, wanted: lesson.wanted }) : "—"),
    h("td", { "data-label": t("timetable.fate") }, h("span", { class: `mark ${kind}` }, icon(pictogram), t(`timetable.fate.${lesson.fate}`)), whyOf(place, lesson)),
  );
}

export function whenOf(when) {
  if (!when) {
    return "";
  }
  const day = when.day ? t(`weekday.${when.day}`) : `${dateFigures(when.date)}${when.dates > 1 ? ` (+${when.dates - 1})` : ""}`;
  const lessons = when.firstLesson === null ? "" : t("timetable.period", { n: when.firstLesson === when.lastLesson ? String(when.firstLesson) : `${when.firstLesson}–${when.lastLesson}` });
  const hours = when.starts === null ? "" : `${when.starts.slice(0, 5)}–${when.ends.slice(0, 5)}`;
  const weeks = when.weeks.includes("0") ? t("timetable.weeks", { n: weeksOf(when.weeks) }) : "";
  return [day, lessons, hours, weeks].filter(Boolean).join(", ");
}

const weeksOf = (mask) => [...mask].flatMap((sign, index) => (sign === "1" ? [index + 1] : [])).join(", ");

/** What stands in the way, in words: names that nobody bears, others' bookings, clashes within the file, dates that change. */
function whyOf(place, lesson) {
  const words = [
    ...lesson.unknown.filter((one) => one.kind === "GROUP").map((one) => t("timetable.why.group", { name: one.name })),
    lesson.fate === "UNMATCHED_GROUP" && lesson.participants.length === 0 && t("timetable.why.nobody"),
    ...lesson.against.filter((one) => one.others.length > 0).map((one) => takenOf(place, one)),
    ...reasonsOf(place, lesson),
    ...lesson.clashes.slice(0, 3).map((one) => t(`timetable.why.clash.${one.over}`, { name: one.name, line: String(one.line) })),
    datesOf(lesson.dates),
  ].filter(Boolean);
  return words.length > 0 && h("ul", { class: "timetable-why small" }, words.map((text) => h("li", {}, text)));
}

/** What others took on a date. */
function takenOf(place, one) {
  const day = moment(one.slot.start, place.school.zone, serverNow());
  const others = one.others.map((other) => other.group?.name ?? (other.person ? t("timetable.why.person") : other.label || t("timetable.why.other")));
  return t("timetable.why.taken", { day, given: one.given, others: [...new Set(others)].join(", ") });
}

/** Dates that nobody else has and that do not do: a reason is told once, with its dates. */
function reasonsOf(place, lesson) {
  const days = new Map();
  for (const one of lesson.against.filter(({ others }) => others.length === 0)) {
    const why = one.reasons.map((reason) => reason.detail).join(" ") || t("timetable.why.few", { given: one.given });
    days.set(why, [...(days.get(why) ?? []), shortDay(dayOf(one.slot.start, place.school.zone))]);
  }
  return [...days].map(([why, dates]) => `${dates.join("; ")}: ${why}`);
}

function datesOf(dates) {
  const kinds = ["added", "moved", "changed", "dropped", "refused"].filter((kind) => dates[kind] > 0);
  return kinds.map((kind) => t(`timetable.dates.${kind}`, { n: dates[kind] })).join(", ");
}

/** Teachers whose lessons come into nobody's calendar, and why. */
function teachersSheet(told) {
  return h(
    "section",
    { class: "sheet" },
    h("h2", {}, t("timetable.teachers", { n: told.teachers.length })),
    h("p", { class: "hint" }, t("timetable.teachers.hint")),
    h("ul", { class: "timetable-problems" }, told.teachers.map((one) => h("li", {}, `${one.name}: ${t(`timetable.teachers.${one.why}`)}`))),
  );
}

function problemsSheet(told) {
  return h(
    "section",
    { class: "sheet" },
    h("h2", {}, t("timetable.problems", { n: told.leftOut })),
    h("p", { class: "hint" }, t("timetable.problems.hint")),
    h("ul", { class: "timetable-problems" }, told.problems.map((problem) => h("li", {}, problem.message))),
  );
}
