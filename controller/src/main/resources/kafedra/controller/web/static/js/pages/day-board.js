// The board of a day: seats down, hours across. What is free is a cell, what is booked a bar over neighbouring seats; both are
// cells of one ARIA grid. The board draws and measures; the hand and the keys are elsewhere.

import { isOpen, usualHours } from "../days.js";
import { h, icon } from "../dom.js";
import { t, word } from "../i18n.js";
import { featureIcons } from "../parts/condition.js";
import { hyphened } from "../parts/hyphens.js";
import { bookedFor, seatsInWords, shortGroup, shortName } from "../parts/names.js";
import { HOUR, endOf, piecesOf, runsOf, startOf, stepsOf, stretchOf } from "../schedule.js";
import { clock, span } from "../time.js";

export function dayBoard({ lab, day, plan, seats, bookings, zone, now }) {
  const stretch = stretchOf(plan, bookings, usualHours(day, zone));
  const steps = stepsOf(plan.lessons, stretch);
  const rowOf = new Map(seats.map((seat, row) => [seat.id, row]));
  const labels = new Map(seats.map((seat) => [seat.id, seat.label]));
  const place = (start, end) => placeIn(stretch, start, end);
  const bars = bookings.flatMap((booking) => barsOf(booking, rowOf));
  const rows = seats.map(() => []);
  const lanes = [];
  const layer = h("div", { class: "day-layer", "aria-hidden": "true" });

  const drawRow = (seat, row) => {
    const taken = bookings.filter((booking) => booking.workstations.includes(seat.id));
    const lane = h("div", { class: "day-lane", role: "none" });
    for (const piece of steps.flatMap((step) => piecesOf(step, taken))) {
      const item = { row, span: 1, start: piece.start, end: piece.end, lesson: piece.lesson, seat, booking: null };
      item.node = cellOf(item, { place, zone, now, shut: !isOpen(plan, piece.start, piece.end) });
      rows[row].push(item);
      lane.append(item.node);
    }
    for (const bar of bars.filter((one) => one.row === row)) {
      bar.node = barOf(bar, { place, zone, now, labels });
      lane.append(bar.node);
    }
    lanes.push(lane);
    return h(
      "div",
      { class: `day-row ${seat.service === "IN_SERVICE" ? "" : "out"}`, role: "row" },
      h("div", { class: "day-seat", role: "rowheader" }, h("span", { class: "unseen" }, `${t("seat")} `), seat.label, marksOf(seat)),
      lane,
    );
  };
  const grid = h(
    "div",
    { class: "day-grid", role: "grid", "aria-label": t("day.grid"), "aria-describedby": "day-hint" },
    h(
      "div",
      { class: "day-hours", role: "row" },
      h("span", { class: "day-corner", role: "columnheader" }, h("span", { class: "unseen" }, t("seat"))),
      h("div", { class: "day-marks", role: "none" }, marks(steps, place, zone)),
    ),
    seats.map(drawRow),
  );
  bars.forEach((bar) => rows.slice(bar.row, bar.row + bar.span).forEach((row) => row.push(bar)));
  rows.forEach((row) => row.sort((a, b) => a.start - b.start));
  const bells = h("div", { class: "day-bells", "aria-hidden": "true" }, steps.filter((step) => step.lesson !== null).map((step) => h("span", { vars: place(step.start, step.end) })));
  const box = h(
    "div",
    { class: "day-box", vars: { "--hours": (stretch.end - stretch.start) / HOUR, "--rows": seats.length } },
    h("div", { class: "day-whole" }, bells, grid, layer, now > stretch.start && now < stretch.end && h("div", { class: "day-now", "aria-hidden": "true", vars: place(now, now + 1) })),
  );
  const pixels = () => lanes[0].getBoundingClientRect();
  const timeAt = (x) => stretch.start + ((x - pixels().left) / pixels().width) * (stretch.end - stretch.start);
  const rowAt = (y) => Math.min(seats.length - 1, Math.max(0, Math.floor((y - pixels().top) / rowHeight(lanes))));
  /** A break between lessons: no cell of its own, and yet a place to begin from. */
  const breakAt = (x, y) => {
    const time = timeAt(x);
    const row = rowAt(y);
    const start = Math.max(stretch.start, ...steps.map((step) => step.end).filter((end) => end <= time));
    const end = Math.min(stretch.end, ...steps.map((step) => step.start).filter((next) => next > time));
    return { row, span: 1, start, end, lesson: null, seat: seats[row], booking: null, node: null };
  };
  return {
    lab, day, plan, seats, bookings, zone, now, stretch, steps, rows, rowOf, labels, place, box, grid, layer,
    items: () => [...new Set(rows.flat())],
    barsOf: (id) => bars.filter((bar) => bar.booking.id === id).map((bar) => bar.node),
    itemAt: (node) => rows.flat().find((item) => item.node === node),
    timeAt,
    rowAt,
    breakAt,
    scrollToBegin: () => (box.scrollLeft = grid.clientWidth * place(beginOf(stretch, steps, bookings, now) - HOUR / 2, stretch.end)["--from"]),
  };
}

const rowHeight = (lanes) => (lanes.length > 1 ? lanes[1].getBoundingClientRect().top - lanes[0].getBoundingClientRect().top : lanes[0].getBoundingClientRect().height);

function placeIn(stretch, start, end) {
  const whole = stretch.end - stretch.start;
  const from = Math.min(stretch.end, Math.max(start, stretch.start));
  return { "--from": (from - stretch.start) / whole, "--width": Math.max(0, Math.min(end, stretch.end) - from) / whole };
}

/** What a wide day is scrolled to: now, or on another day what comes first. */
function beginOf(stretch, steps, bookings, now) {
  if (now > stretch.start && now < stretch.end) {
    return now;
  }
  const lessons = steps.filter((step) => step.lesson !== null).map((step) => step.start);
  return Math.min(stretch.end, ...lessons, ...bookings.map(startOf));
}

function barsOf(booking, rowOf) {
  const rows = booking.workstations.map((id) => rowOf.get(id)).filter((row) => row !== undefined);
  return runsOf(rows).map((run) => ({ ...run, start: startOf(booking), end: endOf(booking), booking }));
}

function marks(steps, place, zone) {
  return steps.map((step) => {
    const time = clock(step.start, zone);
    const lesson = step.lesson !== null;
    const whole = lesson || step.end - step.start === HOUR;
    return h("span", { class: `day-mark ${lesson ? "lesson" : ""}`, role: whole ? "columnheader" : "none", vars: place(step.start, step.end) }, whole && [h("strong", {}, lesson ? step.lesson : time), lesson && h("span", {}, time)]);
  });
}

function marksOf(seat) {
  return seat.service === "IN_SERVICE" ? featureIcons(seat.features.filter((one) => one === "ACCESSIBLE" || one === "WEBCAM")) : icon("out", word("condition", "OUT_OF_SERVICE"));
}

function cellOf({ start, end, lesson, seat }, { place, zone, now, shut }) {
  const past = end <= now;
  const time = span(start, end, zone);
  const open = !past && !shut && seat.service === "IN_SERVICE";
  const name = lesson === null ? t("day.cell", { label: seat.label, time }) : t("day.cell.lesson", { label: seat.label, n: lesson, time });
  const state = past ? "past" : open ? "free" : shut ? "shut" : "out";
  return h("div", { class: `day-cell ${open ? "open" : ""} ${shut ? "shut" : ""} ${lesson === null ? "" : "lesson"}`, role: "gridcell", tabindex: "-1", "aria-label": `${name}: ${t(`day.cell.${state}`)}`, "data-seat": seat.label, "data-time": time, vars: place(start, end) }, open && icon("plus"));
}

function barOf({ booking, span: rows, start, end }, { place, zone, now, labels }) {
  const time = span(start, end, zone);
  const seats = seatsInWords(booking.workstations, labels);
  const who = booking.person ? shortName(booking.person.name) : shortGroup(bookedFor(booking)) || t("holder.lab");
  const past = end <= now;
  const held = booking.status === "HELD";
  const kinds = [rows > 1 && "tall", past && "past", held && "held", `for-${booking.purpose.toLowerCase().replaceAll("_", "-")}`, !booking.siteKnows && !past && !held && "unaware"];
  const whole = bookedFor(booking) || t("holder.lab");
  const about = [whole === who ? null : whole, time, seats, word("purpose", booking.purpose), held && t("booking.HELD"), booking.series && t("booking.series")].filter(Boolean).join(", ");
  return h(
    "div",
    {
      class: `day-bar ${kinds.filter(Boolean).join(" ")}`,
      role: "gridcell",
      tabindex: "-1",
      title: `${whole}, ${time}`,
      "data-booking": booking.id,
      "data-time": time,
      vars: { ...place(start, end), "--span": rows },
    },
    !past && start > now && h("span", { class: "day-grip start", "aria-hidden": "true" }),
    h("strong", {}, held && icon("clock"), hyphened(who)),
    rows > 1 && h("span", { class: "day-bar-aside" }, " ", t("seats.n", { n: booking.workstations.length })),
    h("span", { class: "unseen" }, `, ${about}`),
    booking.series && rows > 1 && icon("repeat"),
    !past && h("span", { class: "day-grip end", "aria-hidden": "true" }),
    h("span", { class: "day-bar-sign" }, icon("warn")),
  );
}

