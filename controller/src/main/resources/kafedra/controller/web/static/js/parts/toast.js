// What was just done, with a way to take it back. It waits while somebody is on it, and one stands at a time.

import { h, icon } from "../dom.js";
import { t } from "../i18n.js";
import { say } from "./notice.js";

const STAYS_MS = 12_000;

let leave = () => {};

/** Tells at the foot of the page what was done; `undo` takes it back. */
export function toast(text, undo = null) {
  leave();
  const node = h("div", { class: "toast", role: "group", "aria-label": t("toast") }, icon("check"), h("p", {}, text));
  let timer;
  const gone = () => {
    clearTimeout(timer);
    node.remove();
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(gone, STAYS_MS);
  };
  if (undo) {
    node.append(h("button", { class: "button", type: "button", onclick: () => (gone(), undo()) }, icon("undo"), t("toast.undo")));
  }
  node.append(h("button", { class: "button quiet square", type: "button", "aria-label": t("close"), onclick: gone }, icon("close")));
  node.addEventListener("pointerenter", () => clearTimeout(timer));
  node.addEventListener("focusin", () => clearTimeout(timer));
  node.addEventListener("pointerleave", wait);
  node.addEventListener("focusout", wait);
  document.body.append(node);
  leave = gone;
  wait();
  say(undo ? `${text} ${t("toast.undo.hint")}` : text);
}

/** Takes back what the toast offers, if one stands. */
export function undoLast() {
  document.querySelector(".toast .button:not(.quiet)")?.click();
}
