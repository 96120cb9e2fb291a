// The address of a lesson: the seats of a booking open it by themselves.

import { freshId, h } from "../dom.js";
import { t } from "../i18n.js";

/** A field for `wish.link`; empty for no lesson to open. */
export function lessonLink(wish, onChange = () => {}) {
  const link = h("input", {
    type: "url",
    id: freshId("link"),
    maxlength: "500",
    value: wish.link,
    placeholder: "https://",
    autocomplete: "off",
    oninput: () => ((wish.link = link.value.trim()), onChange()),
  });
  return h("div", { class: "field" }, h("label", { for: link.id }, t("form.link")), link, h("span", { class: "hint" }, t("form.link.hint")));
}

/** The part of a request. */
export const linkOf = ({ link }) => (link ? { link } : {});
