// Where a block of the week would come to lie, with its words beside it.

import { h, icon, show } from "../dom.js";
import { t } from "../i18n.js";
import { shortDay, span } from "../time.js";

export function weekPlanView(board) {
  const tip = h("div", { class: "plan-tip", hidden: true, popover: "manual" });
  board.box.append(tip);
  const clear = () => {
    board.columns.forEach((column) => show(column.layer));
    tip.hidden = true;
    tip.matches(":popover-open") && tip.hidePopover();
  };
  const draw = (day, start, end, judged, near) => {
    const bad = judged.faults.length > 0;
    board.columns.forEach((column) => show(column.layer, column.day === day && h("div", { class: `plan ${bad ? "bad" : ""}`, vars: board.place(day, start, end) }, icon(bad ? "stop" : "check"), h("span", {}, span(start, end, board.zone)))));
    show(tip, h("p", { class: "plan-when figures" }, icon(bad ? "stop" : "check"), h("strong", {}, `${shortDay(day)}, ${span(start, end, board.zone)}`)), bad ? judged.faults.map((fault) => h("p", {}, fault)) : h("p", {}, judged.good));
    tip.classList.toggle("bad", bad);
    tip.hidden = false;
    tip.matches(":popover-open") || tip.showPopover();
    const { left, bottom } = near ?? board.columns.find((one) => one.day === day).layer.firstElementChild.getBoundingClientRect();
    const size = tip.getBoundingClientRect();
    tip.style.left = `${Math.max(8, Math.min(left + 12, window.innerWidth - size.width - 8))}px`;
    tip.style.top = `${Math.max(8, bottom + 16 + size.height < window.innerHeight ? bottom + 12 : bottom - size.height - 60)}px`;
  };
  return { draw, clear };
}

/** A plan in one sentence. */
export const planWords = (board, day, start, end, judged) => [`${shortDay(day)}, ${span(start, end, board.zone)}`, ...(judged.faults.length > 0 ? judged.faults : [judged.good])].join(". ");

/** A stretch drawn for a class: nothing is in the way of asking. */
export const forClass = () => ({ faults: [], good: t("class.nav") });
