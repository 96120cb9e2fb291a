// A day, with its neighbours one step away: a day, or a week.

import { h, icon } from "../dom.js";
import { t } from "../i18n.js";
import { plusDays } from "../time.js";
import { dateField } from "./date-field.js";

export function dayStep(day, today, onChange, stride = 1) {
  const names = stride === 7 ? ["week.before", "week.after"] : ["day.before", "day.after"];
  const step = (days, name, pictogram) =>
    h("button", { class: "button square", type: "button", "aria-label": t(name), title: t(name), onclick: () => onChange(plusDays(day, days)) }, icon(pictogram));
  return h(
    "div",
    { class: "day-step" },
    step(-stride, names[0], "before"),
    dateField({ day, label: t("form.day"), onChange }).node,
    step(stride, names[1], "after"),
    day !== today && h("button", { class: "button quiet", type: "button", onclick: () => onChange(today) }, t("day.today")),
  );
}
