// A time of day in 24 hours, whatever the browser's own habits are. "905", "9.05" and "9:05" all mean 09:05.

import { freshId, h } from "../dom.js";
import { t } from "../i18n.js";

/** A field for a time; onChange gets "09:05", or null while it is no time. */
export function timeField({ label, value, onChange }) {
  const id = freshId("time");
  const input = h("input", {
    type: "text",
    id,
    class: "time figures",
    inputmode: "numeric",
    autocomplete: "off",
    maxlength: "5",
    placeholder: t("form.time.hint"),
    value: value ?? "",
  });
  input.addEventListener("change", () => {
    const time = read(input.value);
    input.value = time ?? input.value;
    input.setAttribute("aria-invalid", String(time === null && input.value !== ""));
    onChange(time);
  });
  return { node: h("div", { class: "field" }, h("label", { for: id }, label), input), value: () => read(input.value) };
}

function read(text) {
  const [, hours, minutes] = /^\s*(\d{1,2})[\s:.,-]?(\d{2})\s*$/.exec(text) ?? [];
  const real = hours !== undefined && Number(hours) < 24 && Number(minutes) < 60;
  return real ? `${hours.padStart(2, "0")}:${minutes}` : null;
}
