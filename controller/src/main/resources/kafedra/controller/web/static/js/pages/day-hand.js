// The hand on the board: draw on what is free, move a bar, pull its ends. A mouse drags at once; a finger presses for a
// moment first, so that it can still scroll. A short touch or click does the same through a dialog: nothing needs a drag.

import { drawnByHand, movedByHand, planView, stretched } from "./day-plan.js";

const LONG_PRESS_MS = 450;
const MOVED_PX = 5;
const EDGE_PX = 36;
const ASK_AFTER_MS = 250;

export function byHand(board, acts) {
  const { box, grid } = board;
  const view = planView(board);
  let drag = null;
  let swallowClick = false;

  const itemUnder = (event) => {
    const node = event.target.closest?.(".day-cell, .day-bar");
    return node ? board.itemAt(node) : event.target.closest?.(".day-lane") && board.breakAt(event.clientX, event.clientY);
  };
  const begin = (event, item, edge) => {
    drag.live = true;
    drag.kind = item.booking ? (edge ? "stretch" : "move") : "draw";
    box.setPointerCapture?.(drag.pointer);
    box.classList.add("dragging", `drags-${drag.kind}`);
    navigator.vibrate?.(15);
    follow(event);
  };
  const planAt = ({ clientX, clientY }) => {
    const { item, kind, edge, from } = drag;
    const time = board.timeAt(clientX);
    const row = board.rowAt(clientY);
    if (kind === "draw") {
      return drawnByHand(board, [from.row, row], from.time, time, item);
    }
    return kind === "move" ? movedByHand(board, item.booking, time - from.time, row - from.row) : stretched(board, item.booking, edge, time);
  };
  const follow = (event) => {
    drag.at = { clientX: event.clientX, clientY: event.clientY };
    redraw();
  };
  const redraw = () => {
    const plan = planAt(drag.at);
    const key = `${plan.start} ${plan.end} ${plan.seats}`;
    const near = { x: drag.at.clientX, y: drag.at.clientY };
    if (key !== drag.key) {
      Object.assign(drag, { key, plan, judged: acts.judge(plan) });
      askSoon(plan, key);
    }
    view.draw(drag.plan, drag.judged, near);
  };
  /** What only the controller knows, such as a person who is busy elsewhere, is asked once the hand rests. */
  const askSoon = (plan, key) => {
    clearTimeout(drag.timer);
    if (!plan.booking || drag.judged.faults.length > 0) {
      return;
    }
    const mine = drag;
    drag.timer = setTimeout(async () => {
      const said = await acts.ask(plan);
      if (said && !said.possible && drag === mine && mine.key === key) {
        mine.judged = { conflicts: [], faults: said.reasons.map((reason) => reason.detail ?? reason.title) };
        redraw();
      }
    }, ASK_AFTER_MS);
  };
  const end = () => {
    if (!drag) {
      return;
    }
    clearTimeout(drag.timer);
    clearTimeout(drag.press);
    clearInterval(drag.scroller);
    box.classList.remove("dragging", "drags-draw", "drags-move", "drags-stretch");
    window.removeEventListener("keydown", escape, true);
    drag = null;
  };
  const escape = (event) => {
    if (event.key === "Escape" && drag?.live) {
      event.preventDefault();
      event.stopPropagation();
      swallowClick = true;
      end();
      view.clear();
    }
  };
  /** Near an edge of the board it scrolls under the hand. */
  const scroll = () => {
    if (!drag?.live) {
      return;
    }
    const frame = box.getBoundingClientRect();
    const { clientX, clientY } = drag.at;
    const pull = (near, far, value) => (value < near + EDGE_PX ? -1 : value > far - EDGE_PX ? 1 : 0);
    const dx = pull(frame.left + 50, frame.right, clientX) * 12;
    const dy = pull(Math.max(0, frame.top + 40), Math.min(window.innerHeight, frame.bottom), clientY) * 10;
    if (dx !== 0 || dy !== 0) {
      box.scrollBy(dx, dy);
      redraw();
    }
  };

  box.addEventListener("pointerdown", (event) => {
    const item = itemUnder(event);
    swallowClick = false;
    if (!item || event.button !== 0 || drag) {
      return;
    }
    const edge = event.target.closest(".day-grip")?.classList.contains("start") ? "start" : event.target.closest(".day-grip") ? "end" : null;
    const may = item.booking ? (edge ? acts.mayStretch(item) : acts.mayMove(item)) : item.end > board.now;
    drag = { item, edge, may, pointer: event.pointerId, live: false, touch: event.pointerType === "touch", x: event.clientX, y: event.clientY, from: { time: board.timeAt(event.clientX), row: board.rowAt(event.clientY) } };
    window.addEventListener("keydown", escape, true);
    drag.scroller = setInterval(scroll, 40);
    if (drag.touch && may) {
      drag.press = setTimeout(() => drag && begin(event, item, edge), LONG_PRESS_MS);
    }
  });
  box.addEventListener("pointermove", (event) => {
    if (!drag || event.pointerId !== drag.pointer) {
      return;
    }
    if (drag.live) {
      follow(event);
    } else if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > MOVED_PX) {
      drag.touch || !drag.may ? end() : begin(event, drag.item, drag.edge);
    }
  });
  box.addEventListener("pointerup", (event) => {
    if (!drag || event.pointerId !== drag.pointer) {
      return;
    }
    const { live, plan, kind } = drag;
    end();
    if (live) {
      swallowClick = true;
      finish(kind, plan);
    }
  });
  const finish = async (kind, plan) => {
    if (kind === "draw") {
      view.clear();
      acts.book(plan);
    } else {
      await acts.put(plan);
      view.clear();
    }
  };
  box.addEventListener("pointercancel", () => (end(), view.clear()));
  box.addEventListener("touchmove", (event) => drag?.live && event.preventDefault(), { passive: false });
  grid.addEventListener("click", (event) => {
    const item = itemUnder(event);
    if (swallowClick || !item) {
      swallowClick = false;
      return;
    }
    const touched = event.pointerType === "touch";
    touched ? acts.menu(item) : acts.open(item);
  });
  grid.addEventListener("contextmenu", (event) => {
    const item = itemUnder(event);
    if (item) {
      event.preventDefault();
      drag?.touch || acts.menu(item);
    }
  });
  return { isBusy: () => drag !== null };
}
