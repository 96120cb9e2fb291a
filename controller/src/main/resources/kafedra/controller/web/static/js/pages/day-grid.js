// The grid of a day. Free lessons are cells that lead to the booking form; bookings lie over them as bars, one bar over
// neighbouring seats. One cell is in the tab order; arrows move among them.

import { serverNow } from "../api.js";
import { h, icon } from "../dom.js";
import { t } from "../i18n.js";
import { bookingList } from "../parts/booking-list.js";
import { featureIcons } from "../parts/condition.js";
import { dialog } from "../parts/dialog.js";
import { bookedFor, seatsInWords, shortName } from "../parts/names.js";
import { at, clock, millis, span, toInstant } from "../time.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How long ago a lesson may have begun to be booked as a whole. */
const STARTED_MS = 10 * MINUTE;

export function dayGrid({ lab, day, seats, bookings, lessons, rules, zone, now, view }) {
  const stretch = stretchOf(day, bookings, lessons, rules, zone);
  const place = (start, end) => {
    const whole = stretch.end - stretch.start;
    const from = Math.max(start, stretch.start);
    return { "--from": (from - stretch.start) / whole, "--width": (Math.min(end, stretch.end) - from) / whole };
  };
  const steps = stepsOf(day, lessons, stretch, zone);
  const bars = barsOf(bookings, seats);
  const rows = seats.map((seat, at) =>
    h(
      "div",
      { class: "day-row" },
      h("div", { class: "day-seat" }, seat.label, featureIcons(seat.features.filter((one) => one === "ACCESSIBLE" || one === "WEBCAM"))),
      h(
        "div",
        { class: "day-lane" },
        steps.map((step, column) => cell({ lab, seat, step, column, row: at, place, zone, now, free: isFree(seat, step, bookings) })),
        bars.filter((bar) => bar.row === at).map((bar) => barOf(bar, { place, zone, now, view })),
      ),
    ),
  );
  const grid = h(
    "div",
    { class: "day-grid" },
    h("div", { class: "day-hours", "aria-hidden": "true" }, steps.map((step) => hourMark(step, place, zone))),
    rows,
    now > stretch.start && now < stretch.end && h("div", { class: "day-now", vars: place(now, now + 1) }),
  );
  rove(grid);
  const box = h("div", { class: "day-box", vars: { "--hours": (stretch.end - stretch.start) / HOUR } }, grid);
  const begin = beginOf(stretch, steps, bookings, now);
  requestAnimationFrame(() => (box.scrollLeft = grid.clientWidth * place(begin - HOUR / 2, begin)["--from"]));
  return box;
}

/** From opening to closing, wider where a booking or a bell lies outside. */
function stretchOf(day, bookings, lessons, rules, zone) {
  const starts = [at(day, rules.opens, zone), ...bookings.map((one) => millis(one.slot.start)), ...lessons.map((one) => at(day, one.start, zone))];
  const ends = [at(day, rules.closes, zone), ...bookings.map((one) => millis(one.slot.end)), ...lessons.map((one) => at(day, one.end, zone))];
  return { start: Math.max(at(day, "00:00", zone), Math.min(...starts)), end: Math.max(...ends) };
}

/** What a wide day is scrolled to: now, or on another day what comes first. */
function beginOf(stretch, steps, bookings, now) {
  if (now > stretch.start && now < stretch.end) {
    return now;
  }
  const lessons = steps.filter((step) => step.lesson !== null).map((step) => step.start);
  return Math.min(stretch.end, ...lessons, ...bookings.map((one) => millis(one.slot.start)));
}

/** What can be clicked: the lessons, and whole hours where there are none. */
function stepsOf(day, lessons, stretch, zone) {
  const steps = lessons.map((bell) => ({ start: at(day, bell.start, zone), end: at(day, bell.end, zone), lesson: bell.lesson }));
  const first = Math.min(stretch.end, ...steps.map((step) => step.start));
  const last = Math.max(stretch.start, ...steps.map((step) => step.end));
  for (let start = stretch.start; start + HOUR <= stretch.end; start += HOUR) {
    if (start + HOUR <= first || start >= last) {
      steps.push({ start, end: start + HOUR, lesson: null });
    }
  }
  return steps.sort((a, b) => a.start - b.start);
}

/** One bar for each run of neighbouring rows of a booking. */
function barsOf(bookings, seats) {
  const rowOf = new Map(seats.map((seat, row) => [seat.id, row]));
  return bookings.flatMap((booking) => {
    const rows = booking.workstations.map((id) => rowOf.get(id)).filter((row) => row !== undefined).sort((a, b) => a - b);
    const runs = [];
    for (const row of rows) {
      const run = runs.at(-1);
      if (run && run.row + run.span === row) {
        run.span += 1;
      } else {
        runs.push({ booking, row, span: 1 });
      }
    }
    return runs;
  });
}

function isFree(seat, step, bookings) {
  return !bookings.some(
    (one) => one.workstations.includes(seat.id) && millis(one.slot.start) < step.end && millis(one.slot.end) > step.start,
  );
}

function hourMark(step, place, zone) {
  const name = step.lesson === null ? clock(step.start, zone) : String(step.lesson);
  return h("span", { vars: place(step.start, step.end) }, h("strong", {}, name), step.lesson !== null && clock(step.start, zone));
}

function cell({ lab, seat, step, column, row, place, zone, now, free }) {
  const time = span(step.start, step.end, zone);
  const usable = free && step.end > now && seat.service === "IN_SERVICE";
  const start = step.start < now - STARTED_MS ? Math.floor(now / MINUTE) * MINUTE : step.start;
  const go = () => {
    location.hash = `#/book?lab=${lab.id}&seat=${seat.id}&start=${toInstant(start)}&end=${toInstant(step.end)}`;
  };
  const name = step.lesson === null ? t("day.cell", { label: seat.label, time }) : t("day.cell.lesson", { label: seat.label, n: step.lesson, time });
  return h(
    "button",
    { class: "day-cell", type: "button", disabled: !usable, tabindex: "-1", "aria-label": name, "data-row": row, "data-column": column, vars: place(step.start, step.end), onclick: go },
    icon("book"),
  );
}

function barOf({ booking, span: rows }, { place, zone, now, view }) {
  const time = span(booking.slot.start, booking.slot.end, zone);
  const who = booking.person ? shortName(booking.person.name) : bookedFor(booking);
  const seats = seatsInWords(booking.workstations, view.labels);
  const past = millis(booking.slot.end) <= now ? "past" : "";
  const press = () => {
    const close = dialog(bookedFor(booking), () =>
      bookingList([booking], { ...view, now: serverNow(), onCancelled: (gone) => (close(), view.onCancelled(gone)) }),
    );
  };
  return h(
    "button",
    { class: `day-bar ${rows > 1 ? "tall" : ""} ${past} ${booking.siteKnows || past ? "" : "unaware"}`, type: "button", vars: { ...place(millis(booking.slot.start), millis(booking.slot.end)), "--span": rows }, title: `${bookedFor(booking)}, ${time}, ${seats}`, onclick: press },
    h("strong", {}, who),
    h("span", { class: "unseen" }, `, ${time}, `),
    h("span", { class: rows > 1 ? "" : "unseen" }, seats),
  );
}

/** Arrow keys move among the cells that can be booked; only one of them is a tab stop. */
function rove(grid) {
  const cells = [...grid.querySelectorAll(".day-cell:not([disabled])")];
  if (cells.length === 0) {
    return;
  }
  cells[0].tabIndex = 0;
  const where = (one) => [Number(one.dataset.row), Number(one.dataset.column)];
  grid.addEventListener("keydown", (event) => {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    const here = event.target.closest(".day-cell");
    if (!step || !here) {
      return;
    }
    event.preventDefault();
    const [row, column] = where(here);
    const ahead = cells
      .map((one) => ({ one, down: (where(one)[0] - row) * step[0], along: (where(one)[1] - column) * step[1] }))
      .filter(({ one, down, along }) => (step[0] ? down > 0 && where(one)[1] === column : along > 0 && where(one)[0] === row))
      .sort((a, b) => a.down + a.along - b.down - b.along)[0]?.one;
    if (ahead) {
      here.tabIndex = -1;
      ahead.tabIndex = 0;
      ahead.focus();
    }
  });
}
