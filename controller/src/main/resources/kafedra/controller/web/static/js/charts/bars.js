// Lying bars: a group of bars for each row, its name above them, the figure at the end.

import { number } from "../i18n.js";
import { svg } from "../dom.js";
import { digitsOf, plot, ticks } from "./frame.js";

const NAME_PX = 22;
const BAR_PX = 15;
const NOTE_PX = 16;
const GAP_PX = 12;
const RIGHT = 64;
const AXIS_PX = 24;

/**
 * Bars.
 *
 * @param rows [{label, values, note}], null where nothing is known; a note stands in the place of the bars
 * @param most the end of the axis, where it is not the greatest value
 * @param figure makes texts of values; without it they are plain numbers
 */
export function bars({ title, unit, words, series, rows, most, figure }) {
  return plot({ title, unit, words, series, draw: (width, hatch) => draw(width, hatch, { series, rows, most, figure }) });
}

function draw(width, hatch, { series, rows, most, figure }) {
  const steps = ticks(most ?? Math.max(0, ...rows.flatMap((row) => row.values.filter((value) => value !== null))), width > 500 ? 5 : 3);
  const x = (value) => (value / steps.at(-1)) * (width - RIGHT);
  const tops = [0];
  rows.forEach((row, at) => tops.push(tops[at] + NAME_PX + (row.note ? NOTE_PX : BAR_PX * series.length) + GAP_PX));
  const height = tops.at(-1) + AXIS_PX;
  const marks = [
    steps.map((step) => [
      svg("line", { x1: x(step) + 0.5, x2: x(step) + 0.5, y1: 4, y2: height - AXIS_PX + 4, class: step === 0 ? "axis" : "guide" }),
      svg("text", { x: x(step), y: height - 6, "text-anchor": step === 0 ? "start" : "middle" }, figure ? figure(step) : number(step, digitsOf(steps))),
    ]),
    rows.map((row, at) => {
      const top = tops[at];
      return [
        svg("text", { x: 4, y: top + 16, class: "plot-name" }, row.label),
        row.note ? svg("text", { x: 4, y: top + NAME_PX + 14, class: "plot-note" }, row.note) : row.values.map((value, index) => value !== null && bar(x(value), top + NAME_PX + BAR_PX * index, value, series[index].look, { hatch, figure })),
      ];
    }),
  ];
  return { height, marks };
}

function bar(width, y, value, look, { hatch, figure }) {
  return [
    svg("rect", { x: 1, y: y + 1, width: Math.max(1, width), height: BAR_PX - 3, class: look, fill: look === "look-active" ? `url(#${hatch})` : null }),
    svg("text", { x: width + 7, y: y + BAR_PX - 3, class: "plot-figure" }, figure ? figure(value) : number(value, value < 10 ? 1 : 0)),
  ];
}
