// A day as people here write it. The browser's own field writes it the browser's way, so that one stays hidden and only
// lends its calendar.

import { h, icon, show } from "../dom.js";
import { dateFigures } from "../time.js";

/** A field for a day, "2026-11-22"; `label` names it where no label stands beside it. */
export function dateField({ day, label, onChange }) {
  const text = h("span", { class: "figures" });
  const input = h("input", { type: "date", class: "date-calendar", tabindex: "-1", "aria-hidden": "true", value: day });
  const button = h(
    "button",
    { class: "button date", type: "button", "aria-haspopup": "dialog", onclick: () => openCalendar(input) },
    h("span", { class: "unseen" }, `${label}: `),
    text,
    icon("calendar"),
  );
  const tell = () => show(text, dateFigures(input.value));
  input.addEventListener("change", () => {
    // An emptied field keeps the day it had.
    input.value ||= day;
    tell();
    onChange(input.value);
  });
  tell();
  return { node: h("span", { class: "date-field" }, input, button), value: () => input.value };
}

/** Without a calendar to open, the browser's own field comes out of hiding. */
function openCalendar(input) {
  try {
    input.showPicker();
  } catch (without) {
    console.warn("no calendar to open", without);
    input.classList.add("plain");
    input.removeAttribute("aria-hidden");
    input.removeAttribute("tabindex");
    input.focus();
  }
}
