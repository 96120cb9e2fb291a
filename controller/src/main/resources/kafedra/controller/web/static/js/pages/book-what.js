// What for: the purpose counts in the reports, the note is for people.

import { freshId, h } from "../dom.js";
import { t, word } from "../i18n.js";
import { lessonLink } from "../parts/lesson-link.js";

const PURPOSES = ["LESSON", "ELECTIVE", "EXAM", "EXAM_PREPARATION", "PROJECT", "MISSED_LESSON", "SELF_STUDY", "EVENT", "OTHER"];

export function whatField({ wish, onChange }) {
  const purpose = h(
    "select",
    {
      id: freshId("purpose"),
      onchange: () => ((wish.purpose = purpose.value), onChange()),
    },
    PURPOSES.map((one) => h("option", { value: one, selected: one === wish.purpose }, word("purpose", one))),
  );
  const label = h("input", {
    type: "text",
    id: freshId("label"),
    maxlength: "100",
    placeholder: t("form.label.hint"),
    oninput: () => ((wish.label = label.value.trim()), onChange()),
  });
  const node = h(
    "fieldset",
    { class: "sheet part two" },
    h("legend", { class: "unseen" }, t("form.purpose")),
    h("div", { class: "field" }, h("label", { for: purpose.id }, t("form.purpose")), purpose),
    h("div", { class: "field" }, h("label", { for: label.id }, t("form.label")), label),
    lessonLink(wish, onChange),
  );
  return { node, draw: () => (purpose.value = wish.purpose) };
}
