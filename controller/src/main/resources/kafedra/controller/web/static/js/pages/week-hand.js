// The hand on the week: a block goes to another day or time, a stretch drawn on a day becomes a class. A finger presses first.

import { MARK, endOf, startOf } from "../schedule.js";
import { forClass, weekPlanView } from "./week-plan.js";

const LONG_PRESS_MS = 450;
const MOVED_PX = 5;

export function weekByHand(board, acts) {
  const { box } = board;
  const view = weekPlanView(board);
  let drag = null;
  let swallowClick = false;

  const planAt = ({ clientX, clientY }) => {
    const column = drag.block ? (board.columnAt(clientX) ?? drag.column) : drag.column;
    const time = board.timeAt(column, clientY);
    if (!drag.block) {
      const [start, end] = [Math.min(drag.time, time), Math.max(drag.time, time)];
      return { day: column.day, start, end: Math.max(end, start + MARK) };
    }
    const [booking] = drag.block.bookings;
    const start = time - drag.grip;
    return { day: column.day, booking, start, end: start + endOf(booking) - startOf(booking) };
  };
  const follow = (event) => {
    drag.plan = planAt(event);
    drag.judged = drag.block ? acts.judge(drag.plan) : forClass();
    view.draw(drag.plan.day, drag.plan.start, drag.plan.end, drag.judged, { left: event.clientX, bottom: event.clientY });
  };
  const begin = (event) => {
    drag.live = true;
    box.setPointerCapture?.(drag.pointer);
    box.classList.add("dragging");
    drag.block?.node.classList.add("lifted");
    navigator.vibrate?.(15);
    follow(event);
  };
  const end = () => {
    clearTimeout(drag?.press);
    drag?.block?.node.classList.remove("lifted");
    box.classList.remove("dragging");
    window.removeEventListener("keydown", escape, true);
    drag = null;
  };
  const escape = (event) => {
    if (event.key === "Escape" && drag?.live) {
      event.preventDefault();
      swallowClick = true;
      end();
      view.clear();
    }
  };
  box.addEventListener("pointerdown", (event) => {
    const block = board.blockOf(event.target.closest(".week-block"));
    const column = board.columnAt(event.clientX);
    swallowClick = false;
    if (event.button !== 0 || drag || !column || !event.target.closest(".week-block, .week-cell")) {
      return;
    }
    const time = board.timeAt(column, event.clientY);
    drag = { block, column, time, grip: block ? time - block.start : 0, may: block ? acts.mayMove(block) : time > board.now, pointer: event.pointerId, touch: event.pointerType === "touch", x: event.clientX, y: event.clientY, live: false };
    window.addEventListener("keydown", escape, true);
    if (drag.touch && drag.may) {
      drag.press = setTimeout(() => drag && begin(event), LONG_PRESS_MS);
    }
  });
  box.addEventListener("pointermove", (event) => {
    if (drag?.live) {
      follow(event);
    } else if (drag && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > MOVED_PX) {
      drag.touch || !drag.may ? end() : begin(event);
    }
  });
  box.addEventListener("pointerup", async () => {
    if (!drag?.live) {
      drag && end();
      return;
    }
    const { plan } = drag;
    swallowClick = true;
    end();
    if (plan.booking) {
      await acts.put(plan);
    } else {
      acts.toClass(plan.day, plan.start, plan.end);
    }
    view.clear();
  });
  box.addEventListener("pointercancel", () => drag && (end(), view.clear()));
  box.addEventListener("touchmove", (event) => drag?.live && event.preventDefault(), { passive: false });
  box.addEventListener("contextmenu", (event) => event.target.closest(".week-block, .week-cell") && event.preventDefault());
  box.addEventListener("click", (event) => {
    const block = board.blockOf(event.target.closest(".week-block"));
    const cell = board.cellOf(event.target.closest(".week-cell"));
    if (swallowClick) {
      swallowClick = false;
    } else if (block) {
      acts.openBlock(block);
    } else if (cell) {
      acts.openCell(cell);
    }
  });
  return { isBusy: () => drag?.live === true };
}
