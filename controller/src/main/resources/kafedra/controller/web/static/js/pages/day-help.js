// What the keys and the hand do, on one card.

import { h } from "../dom.js";
import { t } from "../i18n.js";
import { dialog } from "../parts/dialog.js";
import { areKeysOn, turnKeys } from "../parts/keys.js";

const KEYS = [
  ["← ↑ → ↓", "keys.arrows"],
  ["Enter", "keys.enter"],
  ["Shift + ← ↑ → ↓", "keys.shift"],
  ["M", "keys.m"],
  ["S", "keys.s"],
  ["N", "keys.n"],
  ["W", "keys.w"],
  ["A", "keys.a"],
  ["Delete", "keys.delete"],
  ["Ctrl + Z", "keys.undo"],
  ["PageUp / PageDown", "keys.page"],
  ["/", "keys.find"],
  ["?", "keys.help"],
];

export function keysHelp() {
  const box = h("input", { type: "checkbox", checked: areKeysOn(), onchange: () => turnKeys(box.checked) });
  dialog(
    t("keys.title"),
    () => [
      h("h3", {}, t("keys.hand.title")),
      h("ul", { class: "hand-help" }, ["draw", "move", "stretch", "menu", "finger"].map((one) => h("li", {}, t(`keys.hand.${one}`)))),
      h("h3", {}, t("keys.board")),
      h("dl", { class: "keys" }, KEYS.map(([keys, text]) => h("div", {}, h("dt", {}, h("kbd", {}, keys)), h("dd", {}, t(text))))),
      h("label", { class: "tick" }, box, t("keys.on")),
    ],
    { kind: "roomy" },
  );
}
