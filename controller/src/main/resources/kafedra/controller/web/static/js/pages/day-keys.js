// The keys on the board. One place is in the tab order; arrows lead over what is free and what is booked. M moves, S stretches,
// with arrows by five minutes and one seat; Enter says yes and Escape no.

import { t } from "../i18n.js";
import { say } from "../parts/notice.js";
import { undoLast } from "../parts/toast.js";
import { MARK, endOf, startOf } from "../schedule.js";
import { drawn, inWords, moved, planView, stretched } from "./day-plan.js";

const SAY_AFTER_MS = 120;
const ASK_AFTER_MS = 400;

export function byKeys(board, acts, { cursor, onCursor, onDay, onHelp }) {
  const { grid } = board;
  const view = planView(board);
  let here = null;
  let time = 0;
  let row = 0;
  let mode = null;
  let timer;
  let asker;

  const land = (item, wantedRow, wantedTime, focus = true) => {
    here && (here.node.tabIndex = -1);
    here = item;
    row = wantedRow;
    time = wantedTime;
    item.node.tabIndex = 0;
    onCursor({ row, time });
    if (focus) {
      item.node.focus();
      item.node.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  };
  const nearest = (wantedRow, wantedTime) => {
    const distance = (item) => (item.start <= wantedTime && item.end > wantedTime ? 0 : Math.min(Math.abs(item.start - wantedTime), Math.abs(item.end - wantedTime)) + 1);
    return board.rows[wantedRow]?.reduce((best, item) => (best === null || distance(item) < distance(best) ? item : best), null);
  };
  const step = (down, along) => {
    if (down !== 0) {
      let next = row + down;
      while (board.rows[next]?.includes(here)) {
        next += down;
      }
      const item = board.rows[next] && nearest(next, time);
      item && land(item, next, time);
      return;
    }
    const items = board.rows[row];
    const item = items[items.indexOf(here) + along];
    item && land(item, row, item.start);
  };
  const edge = (end) => {
    const item = end ? board.rows[row].at(-1) : board.rows[row][0];
    land(item, row, item.start);
  };

  const plan = () => {
    const { kind, item, later, down, startBy, endBy } = mode;
    if (kind === "move") {
      return moved(board, item.booking, later, down);
    }
    if (kind === "stretch") {
      const first = stretched(board, item.booking, "end", endOf(item.booking) + endBy);
      return startBy === 0 ? first : { ...first, start: Math.min(stretched(board, item.booking, "start", startOf(item.booking) + startBy).start, first.end - MARK) };
    }
    return drawn(board, [mode.row, mode.row + down], item.start, mode.until);
  };
  const showPlan = () => {
    const wanted = plan();
    mode.plan = wanted;
    mode.judged = acts.judge(wanted);
    view.draw(wanted, mode.judged);
    board.layer.firstElementChild?.scrollIntoView({ block: "nearest", inline: "nearest" });
    clearTimeout(timer);
    timer = setTimeout(() => mode && say(inWords(board, mode.plan, mode.judged)), SAY_AFTER_MS);
    askSoon(wanted);
  };
  const askSoon = (wanted) => {
    clearTimeout(asker);
    if (!wanted.booking || mode.judged.faults.length > 0) {
      return;
    }
    const mine = mode;
    asker = setTimeout(async () => {
      const said = await acts.ask(wanted);
      if (said && !said.possible && mode === mine && mine.plan === wanted) {
        mine.judged = { conflicts: [], faults: said.reasons.map((reason) => reason.detail ?? reason.title) };
        view.draw(wanted, mine.judged);
        say(inWords(board, wanted, mine.judged));
      }
    }, ASK_AFTER_MS);
  };
  const leave = () => {
    mode = null;
    clearTimeout(timer);
    clearTimeout(asker);
    view.clear();
  };
  const start = (kind) => {
    if (!here.booking || !(kind === "move" ? acts.mayMove(here) : acts.mayStretch(here))) {
      say(t("keys.cannot"));
      return;
    }
    mode = { kind, item: here, later: 0, down: 0, startBy: 0, endBy: 0 };
    showPlan();
    say(t(`keys.mode.${kind}`));
  };
  const finish = async () => {
    const { plan: wanted, kind } = mode;
    if (kind === "draw") {
      leave();
      acts.book(wanted);
      return;
    }
    // The cursor goes where the booking goes.
    row = board.rowOf.get(wanted.seats[0]) ?? row;
    time = wanted.start;
    onCursor({ row, time });
    mode = null;
    await acts.put(wanted);
    view.clear();
  };

  /** The next beginning or end of a lesson, seen from a time. */
  const lessonFrom = (from, along) => {
    const marks = [...new Set(board.steps.flatMap((one) => [one.start, one.end]))].sort((a, b) => a - b);
    return (along > 0 ? marks.find((mark) => mark > from) : marks.findLast((mark) => mark < from)) ?? from;
  };
  const inMode = (event) => {
    const [down, along] = ARROWS[event.key] ?? [0, 0];
    if (event.key === "Enter" || event.key === " ") {
      finish();
    } else if (event.key === "Escape") {
      leave();
      say(t("keys.left"));
    } else if (ARROWS[event.key]) {
      nudge(down, along, event.shiftKey);
    } else if (event.key !== "Tab") {
      return false;
    }
    if (event.key === "Tab") {
      leave();
      return false;
    }
    showIfIn();
    return true;
  };
  const showIfIn = () => mode && showPlan();
  const nudge = (down, along, far) => {
    if (mode.kind === "move") {
      const from = mode.plan.start;
      mode.later += along === 0 ? 0 : (far ? lessonFrom(from, along) : from + along * MARK) - from;
      mode.down += down;
      const reached = plan();
      mode.later = reached.start - startOf(mode.item.booking);
      mode.down = board.rowOf.get(reached.seats[0]) - board.rowOf.get(mode.item.booking.workstations.find((id) => board.rowOf.has(id)));
    } else if (mode.kind === "stretch") {
      mode[far ? "startBy" : "endBy"] += along * MARK;
      const reached = plan();
      mode.startBy = reached.start - startOf(mode.item.booking);
      mode.endBy = reached.end - endOf(mode.item.booking);
    } else {
      mode.down = Math.min(board.seats.length - 1, Math.max(0, mode.row + mode.down + down)) - mode.row;
      mode.until = along === 0 ? mode.until : Math.max(mode.item.start + MARK, lessonFrom(mode.until, along));
    }
  };
  const extend = (event) => {
    mode = { kind: "draw", item: here, row, down: 0, until: here.end };
    const [down, along] = ARROWS[event.key];
    nudge(down, along, false);
    showPlan();
  };

  const onKey = (event) => {
    if (event.ctrlKey && event.code === "KeyZ") {
      undoLast();
      event.preventDefault();
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey || !here) {
      return;
    }
    const done = mode ? inMode(event) : outside(event);
    if (done !== false) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  const outside = (event) => {
    if (ARROWS[event.key]) {
      return event.shiftKey && !here.booking ? extend(event) : step(...ARROWS[event.key]);
    }
    const doing = {
      Enter: () => acts.open(here),
      " ": () => acts.open(here),
      Home: () => edge(false),
      End: () => edge(true),
      PageUp: () => onDay(-1),
      PageDown: () => onDay(1),
      Delete: () => here.booking && acts.cancel(here),
      ContextMenu: () => acts.menu(here),
      "?": onHelp,
    }[event.key];
    // Letters go by their place on the keyboard, so that they work with the Russian layout too.
    const letter = { KeyM: () => start("move"), KeyS: () => start("stretch"), KeyW: () => acts.why(here), KeyN: () => !here.booking && acts.open(here), KeyA: () => acts.menu(here) }[event.code];
    const act = doing ?? letter ?? (event.shiftKey && event.code === "Slash" ? onHelp : null);
    return act ? act() : false;
  };
  grid.addEventListener("keydown", onKey);
  grid.addEventListener("focusin", (event) => {
    const item = board.itemAt(event.target.closest(".day-cell, .day-bar"));
    if (item && item !== here) {
      land(item, item.row, item.start, false);
    }
  });

  const first = board.rows.flat().find((item) => item.end > board.now) ?? board.rows.flat()[0];
  const begin = cursor && cursor.row < board.rows.length ? nearest(cursor.row, cursor.time) : first;
  begin && land(begin, cursor?.row ?? begin.row, cursor?.time ?? begin.start, false);
  return {
    isBusy: () => mode !== null,
    focus: () => here?.node.focus({ preventScroll: true }),
    goTo: (item) => land(item, item.row, item.start),
  };
}

const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
