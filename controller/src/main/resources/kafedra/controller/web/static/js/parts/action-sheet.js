// What can be done here, as a list of large buttons: for a finger, and for the second button of a mouse.

import { h, icon } from "../dom.js";
import { dialog } from "./dialog.js";

/** Asks what to do; each action is {pictogram, text, act, danger}; false ones are left out. */
export function actionSheet(title, about, actions) {
  dialog(title, (close) => [
    about && h("p", { class: "soft" }, about),
    h(
      "ul",
      { class: "action-list" },
      actions.filter(Boolean).map(({ pictogram, text, act, danger }) =>
        h("li", {}, h("button", { class: `button ${danger ? "danger" : ""}`, type: "button", onclick: () => (close(), act()) }, icon(pictogram), text)),
      ),
    ),
  ]);
}
