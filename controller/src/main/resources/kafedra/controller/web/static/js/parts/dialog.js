// A question in front of the page. Escape and the cross answer "no"; focus returns to where it was.

import { freshId, h, icon } from "../dom.js";
import { t } from "../i18n.js";

/** Shows content in a modal dialog; answers how to close it. The content gets that function too. */
export function dialog(title, content, { onClosed = () => {}, kind = "" } = {}) {
  const name = freshId("dialog");
  const box = h("dialog", { class: `dialog ${kind}`, "aria-labelledby": name });
  const close = () => box.close();
  box.append(
    h(
      "div",
      { class: "dialog-head" },
      h("h2", { id: name }, title),
      h("button", { class: "button quiet square", type: "button", "aria-label": t("close"), onclick: close }, icon("close")),
    ),
    h("div", { class: "dialog-body" }, content(close)),
  );
  box.addEventListener("close", () => {
    box.remove();
    onClosed();
  });
  box.addEventListener("click", (event) => event.target === box && close());
  document.body.append(box);
  box.showModal();
  return close;
}

/** Asks before something that cannot be taken back; resolves to true or false. */
export function confirm({ title, text, yes, no }) {
  return new Promise((resolve) => {
    let answer = false;
    dialog(
      title,
      (close) => [
        h("p", {}, text),
        h(
          "div",
          { class: "dialog-actions" },
          h("button", { class: "button", type: "button", onclick: close, autofocus: true }, no),
          h("button", { class: "button danger", type: "button", onclick: () => ((answer = true), close()) }, yes),
        ),
      ],
      { onClosed: () => resolve(answer) },
    );
  });
}
