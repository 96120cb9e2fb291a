/** A break: exercises for the eyes, shown and not told, so that nobody has to read them. */
import { h, svg } from "../dom.js";
import { back, button, exit, message, title } from "../parts.js";
import { state } from "../state.js";
import { countdown, now } from "../time.js";
import { t } from "../words.js";

const EXERCISES = ["far", "sides", "up", "blink"];
/** All of them end before the time-out of a visit warns. */
const EACH_MS = 5500;

/** Whether this person should rest now rather than sit down. */
export const isDue = ({ screenTime }) => screenTime.restUntil !== null && screenTime.restUntil > now();

/** Asked for a seat too soon; `refused` when the school insists on the break. */
export function breakDue({ screenTime, refusal }) {
  const refused = refusal === "rest-first";
  return message("wait", "eye", t("rest.title"), [
    t("rest.why"),
    h("b", { class: "countdown", role: "timer" }, countdown(screenTime.restUntil - now())),
  ], [
    button("main", "eye", t("rest.do"), "rest"),
    refused ? null : button("plain", "computer", t("rest.anyway"), "choose-seat"),
  ]);
}

export function rest() {
  const step = Math.floor((performance.now() - state.about) / EACH_MS);
  if (step >= EXERCISES.length) {
    return {
      main: message("go", "sun", t("rest.done"), [t("rest.done-text")],
        [button("main", "exit", t("go.exit"), "leave"), button("plain", "eye", t("go.again"), "rest")]),
      foot: [back(), exit()],
    };
  }
  const exercise = EXERCISES[step];
  return {
    main: [
      title(t(`rest.${exercise}`)),
      eyes(exercise),
      h("ol", { class: "rest-steps", "data-quiet": true, "aria-label": t("rest.step", { n: step + 1, total: EXERCISES.length }) },
        EXERCISES.map((_, i) => h("li", { class: i <= step ? "dot dot-full" : "dot" }))),
    ],
    foot: [back(), exit()],
  };
}

/** Two eyes whose pupils go where the child's should go. */
const eyes = (exercise) =>
  svg("svg", { class: `eyes eyes-${exercise}`, viewBox: "0 0 400 180", "aria-hidden": "true" },
    [100, 300].map((x) => svg("g", { class: "eye-ball", transform: `translate(${x} 90)` },
      svg("ellipse", { class: "eye-white", rx: 84, ry: 66 }),
      svg("g", { class: "eye-look" },
        svg("circle", { class: "eye-iris", r: 34 }), svg("circle", { class: "eye-pupil", r: 15 })),
      svg("ellipse", { class: "eye-lid", rx: 86, ry: 68 }))));
