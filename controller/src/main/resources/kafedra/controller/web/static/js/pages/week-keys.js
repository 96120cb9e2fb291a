// The keys on the week: arrows lead over lessons and days, Enter opens one, M takes its booking to another lesson.

import { t } from "../i18n.js";
import { say } from "../parts/notice.js";
import { undoLast } from "../parts/toast.js";
import { MARK, endOf, startOf } from "../schedule.js";
import { planWords, weekPlanView } from "./week-plan.js";

const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

export function weekByKeys(board, acts, { cursor, onCursor, onWeek }) {
  const { box, columns } = board;
  const view = weekPlanView(board);
  let here = null;
  let mode = null;

  const land = (cell, focus = true) => {
    here && (here.node.tabIndex = -1);
    here = cell;
    cell.node.tabIndex = 0;
    onCursor({ day: cell.day, start: cell.start });
    if (focus) {
      cell.node.focus();
      cell.node.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  };
  const columnOf = (day) => columns.findIndex((one) => one.day === day);
  const timeInDay = (cell) => cell.node.style.getPropertyValue("--at");
  const beside = (cell, along) => {
    const cells = columns[columnOf(cell.day) + along]?.cells ?? [];
    return cells.reduce((best, one) => (best === null || Math.abs(timeInDay(one) - timeInDay(cell)) < Math.abs(timeInDay(best) - timeInDay(cell)) ? one : best), null);
  };
  const next = (cell, [along, down]) => {
    const own = columns[columnOf(cell.day)].cells;
    return along === 0 ? own[own.indexOf(cell) + down] : beside(cell, along);
  };

  const showPlan = () => {
    const { booking, target, later } = mode;
    const start = target.start + later;
    const plan = { booking, start, end: start + endOf(booking) - startOf(booking) };
    mode.plan = plan;
    const judged = acts.judge(plan);
    view.draw(target.day, plan.start, plan.end, judged);
    target.node.scrollIntoView({ block: "nearest", inline: "nearest" });
    say(planWords(board, target.day, plan.start, plan.end, judged));
  };
  const begin = () => {
    const movable = here.during.filter((one) => startOf(one) > board.now);
    if (movable.length !== 1) {
      say(t(movable.length === 0 ? "keys.cannot" : "week.which"));
      movable.length > 1 && acts.openCell(here);
      return;
    }
    mode = { booking: movable[0], target: here, later: startOf(movable[0]) - here.start };
    showPlan();
    say(t("keys.mode.move"));
  };
  const inMode = async (event) => {
    const arrow = ARROWS[event.key];
    if (event.key === "Escape") {
      mode = null;
      view.clear();
      say(t("keys.left"));
    } else if (event.key === "Enter") {
      const { plan, target } = mode;
      mode = null;
      onCursor({ day: target.day, start: target.start });
      await acts.put(plan);
      view.clear();
    } else if (arrow && event.shiftKey && arrow[1] !== 0) {
      mode.later += arrow[1] * MARK;
      showPlan();
    } else if (arrow) {
      mode.target = next(mode.target, arrow) ?? mode.target;
      mode.later = arrow[1] === 0 ? mode.later : 0;
      showPlan();
    }
  };
  box.addEventListener("keydown", (event) => {
    if (!event.target.closest(".week-cell") || event.altKey || event.metaKey) {
      return;
    }
    if (event.ctrlKey) {
      event.code === "KeyZ" && undoLast();
      return;
    }
    if (mode) {
      event.key === "Tab" || event.preventDefault();
      inMode(event);
    } else if (outside(event)) {
      event.preventDefault();
    }
  });
  const outside = (event) => {
    const arrow = ARROWS[event.key];
    if (arrow) {
      const cell = next(here, arrow);
      cell && land(cell);
      return true;
    }
    if (event.code === "KeyM") {
      begin();
      return true;
    }
    if (event.code === "KeyN" && !here.past) {
      acts.toClass(here.day, here.start, here.end);
      return true;
    }
    if (event.key === "PageUp" || event.key === "PageDown") {
      onWeek(event.key === "PageUp" ? -1 : 1);
      return true;
    }
    return false;
  };
  box.addEventListener("focusin", (event) => {
    const cell = board.cellOf(event.target);
    cell && cell !== here && land(cell, false);
  });
  const cells = columns.flatMap((one) => one.cells);
  const first = cells.find((one) => cursor && one.day === cursor.day && one.start === cursor.start) ?? cells.find((one) => one.end > board.now) ?? cells[0];
  first && land(first, false);
  return { isBusy: () => mode !== null, focus: () => here?.node.focus({ preventScroll: true }) };
}
