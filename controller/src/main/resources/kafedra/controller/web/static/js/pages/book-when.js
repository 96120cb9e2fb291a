// When: a day, and a lesson of that very day, special ones and shifts included, or a time of one's own.

import { serverNow } from "../api.js";
import { closedWords } from "../days.js";
import { freshId, h, show } from "../dom.js";
import { t } from "../i18n.js";
import { dayStep } from "../parts/day-step.js";
import { timeField } from "../parts/time-field.js";
import { bookableFrom } from "../schedule.js";
import { at, clock, dayOf, longDay, millis, span, toInstant } from "../time.js";

/** A day that could not be asked about has no lessons to choose; a time of one's own is always possible. */
const UNKNOWN = { open: true, hours: [], lessons: [], reason: null, note: "" };

/**
 * The field with the day and the time.
 *
 * @param dayPlan answers a promise of what a day is for the room
 * @returns its node, and read() that asks about the day anew: after another room or another time
 */
export function whenField({ dayPlan, zone, wish, onChange }) {
  const node = h("fieldset", { class: "sheet part" });
  let own = false;
  let plan = UNKNOWN;
  let asked = 0;

  const set = (day, start, end) => {
    const instant = (time) => (time === null ? null : toInstant(time));
    wish.time = { day, start: instant(start), end: instant(end) };
    onChange();
  };
  const sameClock = (day, instant) => (instant ? at(day, clock(instant, zone), zone) : null);
  const moveTo = async (day) => {
    const { start, end } = wish.time;
    set(day, sameClock(day, start), sameClock(day, end));
    await read();
    node.querySelector(".date").focus();
  };

  const read = async () => {
    own = false;
    const mine = ++asked;
    let told = UNKNOWN;
    try {
      told = await dayPlan(wish.time.day);
    } catch (problem) {
      console.warn("what the day is is not known", problem.code);
    }
    if (mine === asked) {
      plan = told;
      draw();
    }
  };

  const draw = () => {
    const { day } = wish.time;
    const { lessons } = plan;
    own = own || lessons.length === 0 || !isLesson();
    show(
      node,
      h("legend", {}, t("form.when")),
      h("div", { class: "day-line" }, dayStep(day, dayOf(serverNow(), zone), moveTo), h("strong", {}, longDay(day))),
      !plan.open && h("p", { class: "warning" }, closedWords(plan)),
      lessons.length > 0 ? lessonChoice(day) : plan.open && h("p", { class: "hint" }, t("form.no-bells")),
      own && ownTime(day),
    );
  };

  const isLesson = () => !wish.time.start || plan.lessons.some((one) => one.start === millis(wish.time.start) && one.end === millis(wish.time.end));

  const lessonChoice = (day) => {
    const name = freshId("lesson");
    const start = wish.time.start && millis(wish.time.start);
    const choice = (checked, disabled, onchange, ...text) => h("label", {}, h("input", { type: "radio", name, checked, disabled, onchange }), text);
    return h(
      "div",
      { class: "choices lessons" },
      plan.lessons.map((one) =>
        choice(
          !own && one.start === start,
          one.end <= serverNow(),
          () => {
            own = false;
            set(day, bookableFrom(one.start, serverNow()), one.end);
            drawTimes();
          },
          h("span", {}, t("form.lesson", { n: one.lesson })),
          h("span", { class: "figures small" }, span(one.start, one.end, zone)),
        ),
      ),
      choice(own, false, () => ((own = true), draw(), node.querySelector("input.time").focus()), t("form.own-time")),
    );
  };

  const drawTimes = () => node.querySelector(".own-time")?.remove();

  const ownTime = (day) => {
    const value = (instant) => (instant ? clock(instant, zone) : null);
    const ofDay = (time) => (time === null ? null : at(day, time, zone));
    const change = () => set(day, ofDay(start.value()), ofDay(end.value()));
    const start = timeField({ label: t("form.from"), value: value(wish.time.start), onChange: change });
    const end = timeField({ label: t("form.to"), value: value(wish.time.end), onChange: change });
    return h("div", { class: "own-time" }, start.node, end.node);
  };

  return { node, read };
}
