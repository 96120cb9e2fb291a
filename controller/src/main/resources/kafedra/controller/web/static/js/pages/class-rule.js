// How a lesson repeats, and how that is said in RFC 5545.

import { freshId, h, show } from "../dom.js";
import { t } from "../i18n.js";
import { dateField } from "../parts/date-field.js";
import { at, dateFigures, plusDays, weekday, weekdayOnly } from "../time.js";

const NAMES = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
const USUAL_WEEKS = 8;

/** Fields for repeating; what is chosen goes into wish.repeat. */
export function repeatField(wish, onChange) {
  const node = h("fieldset", { class: "part-body class-repeat" });
  const { repeat } = wish;
  const name = freshId("repeat");
  const draw = () => {
    const choice = (weeks) => h("label", {}, h("input", { type: "radio", name, checked: repeat.weeks === weeks, onchange: () => choose(weeks) }), t(`repeat.${weeks}`));
    show(node, h("legend", {}, t("repeat")), h("div", { class: "choices" }, [0, 1, 2].map(choice)), repeat.weeks > 0 && more());
  };
  const choose = (weeks) => {
    repeat.weeks = weeks;
    repeat.until ??= plusDays(wish.day, 7 * USUAL_WEEKS);
    draw();
    node.querySelector("input:checked")?.focus();
    onChange();
  };
  const more = () => {
    const own = weekday(wish.day);
    const tick = (day, index) => {
      const change = (event) => {
        repeat.days = event.target.checked ? [...repeat.days, day] : repeat.days.filter((one) => one !== day);
        onChange();
      };
      return h("label", {}, h("input", { type: "checkbox", checked: day === own || repeat.days.includes(day), disabled: day === own, onchange: change }), weekdayOnly(index));
    };
    return [
      h("div", { class: "field" }, h("span", { class: "label" }, t("repeat.days")), h("div", { class: "choices week-days" }, NAMES.slice(0, 6).map(tick))),
      h("div", { class: "field" }, h("span", { class: "label" }, t("repeat.until")), dateField({ day: repeat.until, label: t("repeat.until"), onChange: (day) => ((repeat.until = day), onChange()) }).node),
    ];
  };
  draw();
  return { node, draw };
}

/** "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20270202T205959Z": the end is an instant, as RFC 5545 wants it beside a zone. */
export function ruleOf({ day, repeat }, zone) {
  const days = NAMES.filter((name) => name === weekday(day) || repeat.days.includes(name)).map((name) => name.slice(0, 2));
  const until = new Date(at(repeat.until, "23:59", zone)).toISOString().replace(/[-:]|\.\d+/g, "");
  return `FREQ=WEEKLY;INTERVAL=${repeat.weeks};BYDAY=${days.join(",")};UNTIL=${until}`;
}

export function repeatWords({ day, repeat }) {
  if (repeat.weeks === 0) {
    return "";
  }
  const days = NAMES.flatMap((name, index) => (name === weekday(day) || repeat.days.includes(name) ? [weekdayOnly(index)] : []));
  return t(`repeat.words.${repeat.weeks}`, { days: days.join(", "), until: dateFigures(repeat.until) });
}
