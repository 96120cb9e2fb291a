// A day, with its neighbours one step away.

import { h, icon } from "../dom.js";
import { t } from "../i18n.js";
import { plusDays } from "../time.js";
import { dateField } from "./date-field.js";

export function dayStep(day, today, onChange) {
  const step = (days, name, pictogram) =>
    h("button", { class: "button square", type: "button", "aria-label": t(name), title: t(name), onclick: () => onChange(plusDays(day, days)) }, icon(pictogram));
  return h(
    "div",
    { class: "day-step" },
    step(-1, "day.before", "before"),
    dateField({ day, label: t("form.day"), onChange }).node,
    step(1, "day.after", "after"),
    day !== today && h("button", { class: "button quiet", type: "button", onclick: () => onChange(today) }, t("day.today")),
  );
}
