// A plan is where a booking would come to lie: while it is drawn, moved or stretched, and before anybody is asked.

import { isOpen } from "../days.js";
import { h, icon, show } from "../dom.js";
import { t } from "../i18n.js";
import { bookedFor, seatLabels, seatsInWords } from "../parts/names.js";
import { MARK, endOf, inTheWay, runsOf, startOf, toMark } from "../schedule.js";
import { clock, span } from "../time.js";

/** The controller takes a start that is up to 15 minutes past: a seat booked "now" has begun when the wish arrives. */
const LATEST_START = 15 * 60_000;
const MOST_NAMED = 3;
/** So near a bell a booking that is moved or drawn begins or ends with it. */
const MAGNET = 7 * 60_000;
/** A stroke so short along the time means the whole lesson, on all seats it crosses. */
const STILL = 20 * 60_000;

/** The mark that a time means: a bell nearby, or the next five minutes. */
function meant(board, time, side) {
  const bells = board.steps.filter((step) => step.lesson !== null).map((step) => step[side]);
  const bell = bells.find((one) => Math.abs(one - time) <= MAGNET);
  return bell ?? toMark(time);
}

/** A booking moved by some time and some rows, as far as the room goes. */
export function moved(board, booking, later, down, mark = toMark) {
  const rows = booking.workstations.map((id) => board.rowOf.get(id)).filter((row) => row !== undefined);
  const lowest = board.seats.length - 1 - Math.max(...rows);
  const step = Math.min(lowest, Math.max(-Math.min(...rows), down));
  const length = endOf(booking) - startOf(booking);
  const start = Math.min(board.stretch.end - length, Math.max(board.stretch.start, mark(startOf(booking) + later)));
  return { booking, start, end: start + length, seats: rows.map((row) => board.seats[row + step].id) };
}

/** As a hand moves it: bells draw it. */
export const movedByHand = (board, booking, later, down) => moved(board, booking, later, down, (time) => meant(board, time, "start"));

/** A booking with another beginning or another end, at least one mark long. */
export function stretched(board, booking, edge, time) {
  const within = Math.min(board.stretch.end, Math.max(board.stretch.start, toMark(time)));
  const start = edge === "start" ? Math.min(within, endOf(booking) - MARK) : startOf(booking);
  const end = edge === "end" ? Math.max(within, startOf(booking) + MARK) : endOf(booking);
  return { booking, start, end, seats: booking.workstations };
}

/** Seats from one row to another, in a time. */
export function drawn(board, rows, from, to) {
  const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
  const start = Math.max(board.stretch.start, Math.floor(Math.min(from, to) / MARK) * MARK);
  const end = Math.min(board.stretch.end, Math.max(start + MARK, Math.ceil(Math.max(from, to) / MARK) * MARK));
  return { booking: null, start, end, seats: board.seats.slice(top, bottom + 1).map((seat) => seat.id) };
}

export const isUnchanged = (plan) =>
  plan.booking && plan.start === startOf(plan.booking) && plan.end === endOf(plan.booking) && plan.seats.join() === plan.booking.workstations.join();

/** As a hand draws it: a short stroke is the lesson it lies in, and bells draw its ends. */
export function drawnByHand(board, rows, from, to, step) {
  if (Math.abs(to - from) < STILL && step) {
    return drawn(board, rows, step.start, step.end);
  }
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  return drawn(board, rows, meant(board, first, "start"), meant(board, last, "end"));
}

/** What stands against a plan as far as this page knows: {conflicts, faults}, the faults in words. */
export function against(board, plan) {
  const conflicts = inTheWay(board.bookings, plan.seats, plan.start, plan.end, plan.booking?.id);
  const faults = conflicts.slice(0, MOST_NAMED).map(({ booking, seats }) =>
    t("plan.in-the-way", { who: bookedFor(booking) || t("holder.lab"), time: span(booking.slot.start, booking.slot.end, board.zone), seats: seatsInWords(seats, board.labels) }),
  );
  if (conflicts.length > MOST_NAMED) {
    faults.push(t("plan.and-more", { n: conflicts.length - MOST_NAMED }));
  }
  const out = board.seats.filter((seat) => plan.seats.includes(seat.id) && seat.service !== "IN_SERVICE").map((seat) => seat.id);
  if (out.length > 0) {
    faults.push(t("plan.out", { n: out.length, labels: seatLabels(out, board.labels) }));
  }
  if (!isOpen(board.plan, plan.start, plan.end)) {
    faults.push(t("plan.shut"));
  }
  const begins = plan.booking && plan.start === startOf(plan.booking) ? Infinity : plan.start;
  if (begins < board.now - LATEST_START || plan.end <= board.now) {
    faults.push(t("plan.past"));
  }
  return { conflicts, faults };
}

/** Shows a plan on its board, and in words near it. */
export function planView(board) {
  const tip = h("div", { class: "plan-tip", hidden: true, popover: "manual" });
  board.box.append(tip);
  let last = null;

  const clear = () => {
    show(board.layer);
    board.box.classList.remove("planning");
    board.grid.querySelectorAll(".in-way, .lifted").forEach((node) => node.classList.remove("in-way", "lifted"));
    tip.hidden = true;
    tip.matches(":popover-open") && tip.hidePopover();
    last = null;
  };
  const draw = (plan, judged, near = null) => {
    last = plan;
    board.box.classList.add("planning");
    const bad = judged.faults.length > 0;
    board.grid.querySelectorAll(".in-way, .lifted").forEach((node) => node.classList.remove("in-way", "lifted"));
    judged.conflicts.forEach(({ booking }) => board.barsOf(booking.id).forEach((node) => node.classList.add("in-way")));
    if (plan.booking) {
      board.barsOf(plan.booking.id).forEach((node) => node.classList.add("lifted"));
    }
    const runs = runsOf(plan.seats.map((id) => board.rowOf.get(id)).filter((row) => row !== undefined));
    show(
      board.layer,
      runs.map((run) =>
        h("div", { class: `plan ${bad ? "bad" : ""}`, vars: { ...board.place(plan.start, plan.end), "--at": run.row, "--span": run.span } }, icon(bad ? "stop" : "check"), h("span", {}, `${clock(plan.start, board.zone)}–${clock(plan.end, board.zone)}`)),
      ),
    );
    show(
      tip,
      h("p", { class: "plan-when figures" }, icon(bad ? "stop" : "check"), h("strong", {}, span(plan.start, plan.end, board.zone)), ` · ${seatsInWords(plan.seats, board.labels)}`),
      bad ? judged.faults.map((fault) => h("p", { class: "plan-fault" }, fault)) : h("p", {}, t("plan.free")),
    );
    tip.classList.toggle("bad", bad);
    tip.hidden = false;
    tip.matches(":popover-open") || tip.showPopover();
    put(tip, near ?? middleOf(board.layer.firstElementChild));
  };
  return { draw, clear, shown: () => last };
}

/** A plan in one sentence, for those who hear it. */
export const inWords = (board, plan, judged) =>
  [span(plan.start, plan.end, board.zone), seatsInWords(plan.seats, board.labels), ...(judged.faults.length > 0 ? judged.faults : [t("plan.free")])].join(". ");

function middleOf(node) {
  const { left, bottom } = node.getBoundingClientRect();
  return { x: left, y: bottom };
}

/** Near a point, and wholly on the screen. */
function put(tip, { x, y }) {
  const { width, height } = tip.getBoundingClientRect();
  const below = y + 24 + height < window.innerHeight;
  tip.style.left = `${Math.max(8, Math.min(x + 12, window.innerWidth - width - 8))}px`;
  tip.style.top = `${Math.max(8, below ? y + 20 : y - height - 24)}px`;
}
