// Words for what went wrong, for what is empty, and for what was done.

import { h, icon, show } from "../dom.js";
import { t } from "../i18n.js";

/** What happened, what was kept, what to do next; and a way to try again where that makes sense. */
export function problemCard(problem, retry) {
  const details = problem.details ?? { title: t("problem.page"), detail: t("problem.page.next") };
  return h(
    "div",
    { class: "notice bad", role: "alert" },
    icon("warn"),
    h(
      "div",
      {},
      h("p", { class: "notice-title" }, details.title),
      details.detail && details.detail !== details.title && h("p", {}, details.detail),
      retry && h("p", { class: "notice-actions" }, h("button", { class: "button", type: "button", onclick: retry }, t("retry"))),
    ),
  );
}

/** Something was done. */
export function goodCard(title, ...more) {
  return h("div", { class: "notice good" }, icon("check"), h("div", {}, h("p", { class: "notice-title" }, title), more));
}

/** Something to know before going on. */
export function honeyCard(title, ...more) {
  return h("div", { class: "notice honey" }, icon("clock"), h("div", {}, h("p", { class: "notice-title" }, title), more));
}

/** Nothing is here, and this is how something would be. */
export function empty(pictogram, title, next) {
  return h("div", { class: "empty" }, icon(pictogram), h("p", { class: "notice-title" }, title), next && h("p", { class: "soft" }, next));
}

/** Tells assistive technology without moving the focus. */
export function say(text) {
  const said = document.getElementById("said");
  show(said, "");
  // A short pause lets the same words be heard again.
  setTimeout(() => show(said, text), 50);
}
