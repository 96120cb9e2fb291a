// When: a day, and a lesson of its bells or a time of one's own.

import { serverNow } from "../api.js";
import { freshId, h, show } from "../dom.js";
import { t } from "../i18n.js";
import { dayStep } from "../parts/day-step.js";
import { timeField } from "../parts/time-field.js";
import { at, clock, dayOf, longDay, toInstant, weekday } from "../time.js";

/** How long ago a lesson may have begun to be booked as a whole. */
const STARTED_MS = 10 * 60_000;

export function whenField({ bells, zone, wish, onChange }) {
  const node = h("fieldset", { class: "sheet part" });
  let own = false;

  const set = (day, start, end) => {
    const instant = (time) => (time ? toInstant(at(day, time, zone)) : null);
    wish.time = { day, start: instant(start), end: instant(end) };
    onChange();
  };
  const moveTo = (day) => {
    const { start, end } = wish.time;
    set(day, start && clock(start, zone), end && clock(end, zone));
    draw();
    node.querySelector(".date").focus();
  };

  const draw = () => {
    const { day } = wish.time;
    const lessons = bells.filter((bell) => bell.day === weekday(day));
    own = own || lessons.length === 0 || !fitsBells(lessons);
    const today = dayOf(serverNow(), zone);
    show(
      node,
      h("legend", {}, t("form.when")),
      h("div", { class: "day-line" }, dayStep(day, today, moveTo), h("strong", {}, longDay(day))),
      lessons.length > 0 ? lessonChoice(day, lessons) : h("p", { class: "hint" }, t("form.no-bells")),
      own && ownTime(day),
    );
  };

  const fitsBells = (lessons) =>
    !wish.time.start || lessons.some((bell) => bell.start === clock(wish.time.start, zone) && bell.end === clock(wish.time.end, zone));

  const lessonChoice = (day, lessons) => {
    const name = freshId("lesson");
    const start = wish.time.start && clock(wish.time.start, zone);
    const choice = (checked, disabled, onchange, ...text) => h("label", {}, h("input", { type: "radio", name, checked, disabled, onchange }), text);
    return h(
      "div",
      { class: "choices lessons" },
      lessons.map((bell) =>
        choice(
          !own && bell.start === start,
          at(day, bell.end, zone) <= serverNow(),
          () => {
            own = false;
            set(day, laterOf(day, bell.start), bell.end);
            drawTimes();
          },
          h("span", {}, t("form.lesson", { n: bell.lesson })),
          h("span", { class: "figures small" }, `${bell.start}–${bell.end}`),
        ),
      ),
      choice(own, false, () => ((own = true), draw(), node.querySelector("input.time").focus()), t("form.own-time")),
    );
  };

  /** A lesson that has run for long is booked from now on; the controller takes a start that is a little past. */
  const laterOf = (day, time) => {
    const now = serverNow();
    return at(day, time, zone) < now - STARTED_MS ? clock(now, zone) : time;
  };

  const drawTimes = () => node.querySelector(".own-time")?.remove();

  const ownTime = (day) => {
    const value = (instant) => (instant ? clock(instant, zone) : null);
    const change = () => set(day, start.value(), end.value());
    const start = timeField({ label: t("form.from"), value: value(wish.time.start), onChange: change });
    const end = timeField({ label: t("form.to"), value: value(wish.time.end), onChange: change });
    return h("div", { class: "own-time" }, start.node, end.node);
  };

  draw();
  return {
    node,
    draw: () => {
      own = false;
      draw();
    },
  };
}
