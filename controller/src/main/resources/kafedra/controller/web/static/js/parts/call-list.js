// Who calls for the librarian: above everything in the room, gone once somebody went.

import { h, icon, show } from "../dom.js";
import { t } from "../i18n.js";
import { age } from "../time.js";
import { order } from "./orders.js";

/**
 * The calls of a lab's building.
 *
 * @returns its node, and what draws it anew
 */
export function callList(lab) {
  const list = h("ul", { class: "call-list" });
  const answer = h("div", {});
  const node = h("section", { class: "calls", "aria-live": "assertive", "aria-label": t("calls.title"), hidden: true }, list, answer);
  const update = (live, now) => {
    node.hidden = live.calls.length === 0;
    show(list, live.calls.map((call) => row(call, now, lab, answer)));
  };
  return { node, list, update };
}

function row(call, now, lab, answer) {
  const where = call.label === null ? t("calls.kiosk") : t("seat.name", { label: call.label });
  const go = () => order(`/labs/${lab.id}/calls/${call.id}/answer`, undefined, answer, t("calls.told"));
  return h(
    "li",
    { class: call.answered ? "call answered" : "call" },
    icon("bell"),
    h("strong", { class: "call-where" }, where),
    h("span", { class: "call-who" }, call.person?.name ?? t("calls.unknown")),
    h("span", { class: "call-age" }, age(call.since, now)),
    call.answered
      ? h("span", { class: "call-done" }, icon("check"), t("calls.answered"))
      : h("button", { class: "button main", type: "button", "aria-label": `${t("calls.go")}: ${where}`, onclick: go }, t("calls.go")),
  );
}
