// The sums behind the day and the week: five-minute marks, lessons and the hours around them, who is in whose way.

import { millis } from "./time.js";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** Bookings begin and end on these marks. */
export const MARK = 5 * MINUTE;
/** A break up to so long has no place of its own on a board. */
const BREAK = 30 * MINUTE;
/** How long ago a lesson may have begun to be booked as a whole. */
const STARTED = 10 * MINUTE;

export const toMark = (time) => Math.round(time / MARK) * MARK;
export const startOf = (booking) => millis(booking.slot.start);
export const endOf = (booking) => millis(booking.slot.end);
export const overlaps = (booking, start, end) => startOf(booking) < end && endOf(booking) > start;

/** A lesson that has run for long is booked from now on. */
export const bookableFrom = (start, now) => (start < now - STARTED ? Math.floor(now / MARK) * MARK : start);

/** From opening to closing, wider where a booking or a bell lies outside. */
export function stretchOf(plan, bookings, usual) {
  const open = plan.hours.length > 0 ? plan.hours : [usual];
  const starts = [...open.map((one) => one.start), ...bookings.map(startOf), ...plan.lessons.map((one) => one.start)];
  const ends = [...open.map((one) => one.end), ...bookings.map(endOf), ...plan.lessons.map((one) => one.end)];
  return { start: toMark(Math.min(...starts)), end: Math.min(toMark(Math.min(...starts)) + 25 * HOUR, toMark(Math.max(...ends))) };
}

/** The lessons of a day, and hours where there are none: before, after, and in long breaks. */
export function stepsOf(lessons, stretch) {
  // Where shifts overlap, the lesson that begins first has the place.
  const own = lessons.filter((one, index) => lessons.slice(0, index).every((earlier) => earlier.end <= one.start));
  const steps = [...own];
  const hours = (from, to) => {
    for (let start = from; start < to; ) {
      const end = Math.min(to, Math.floor(start / HOUR) * HOUR + HOUR);
      end - start >= MARK && steps.push({ start, end, lesson: null });
      start = end;
    }
  };
  let until = stretch.start;
  for (const bell of [...own, { start: stretch.end, end: stretch.end }]) {
    bell.start - until > BREAK && hours(until, bell.start);
    until = Math.max(until, bell.end);
  }
  return steps.sort((a, b) => a.start - b.start);
}

/** What is left of a step beside the bookings of a seat, as pieces of at least one mark. */
export function piecesOf(step, taken) {
  let pieces = [{ ...step }];
  for (const booking of taken) {
    pieces = pieces.flatMap((piece) =>
      overlaps(booking, piece.start, piece.end)
        ? [
            { ...piece, end: Math.min(piece.end, startOf(booking)) },
            { ...piece, start: Math.max(piece.start, endOf(booking)) },
          ]
        : [piece],
    );
  }
  return pieces.filter((piece) => piece.end - piece.start >= MARK);
}

/** Runs of neighbouring rows: [0, 1, 2, 5] → [{row: 0, span: 3}, {row: 5, span: 1}]. */
export function runsOf(rows) {
  const runs = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run.row + run.span === row) {
      run.span += 1;
    } else {
      runs.push({ row, span: 1 });
    }
  }
  return runs;
}

/** Which bookings hold which of the seats in a time, apart from the one that is moved itself. */
export function inTheWay(bookings, seats, start, end, self = null) {
  const wanted = new Set(seats);
  return bookings
    .filter((booking) => booking.id !== self && overlaps(booking, start, end))
    .map((booking) => ({ booking, seats: booking.workstations.filter((id) => wanted.has(id)) }))
    .filter((conflict) => conflict.seats.length > 0);
}

/** How many seats are taken at the fullest moment of a time. */
export function takenAtMost(bookings, start, end) {
  const during = bookings.filter((booking) => overlaps(booking, start, end));
  const moments = [start, ...during.map(startOf).filter((time) => time > start)];
  const at = (time) => new Set(during.filter((one) => startOf(one) <= time && endOf(one) > time).flatMap((one) => one.workstations)).size;
  return Math.max(0, ...moments.map(at));
}

/** The seats of a lab that nobody has in a time. */
export function freeSeats(seats, bookings, start, end, self = null) {
  const taken = new Set(bookings.filter((one) => one.id !== self && overlaps(one, start, end)).flatMap((one) => one.workstations));
  return seats.filter((seat) => seat.service === "IN_SERVICE" && !taken.has(seat.id));
}
