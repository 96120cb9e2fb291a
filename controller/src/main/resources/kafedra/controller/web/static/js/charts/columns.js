// Columns over time: for each day, or week, a group of columns side by side.

import { number } from "../i18n.js";
import { svg } from "../dom.js";
import { digitsOf, plot, thin, ticks } from "./frame.js";

const HEIGHT = 260;
const LEFT = 46;
const TOP = 12;
const BOTTOM = 30;
const LABEL_PX = 46;

/**
 * Columns.
 *
 * @param rows [{label, values}], a value for each series, null where nothing is known
 */
export function columns({ title, unit, words, series, rows }) {
  return plot({ title, unit, words, series, draw: (width, hatch) => draw(width, hatch, series, rows) });
}

function draw(width, hatch, series, rows) {
  const steps = ticks(Math.max(0, ...rows.flatMap((row) => row.values.filter((value) => value !== null))));
  const top = steps.at(-1);
  const base = HEIGHT - BOTTOM;
  const y = (value) => base - (value / top) * (base - TOP);
  const slot = (width - LEFT) / Math.max(1, rows.length);
  const bar = Math.min(22, Math.max(1.5, (slot * 0.78) / series.length));
  const every = thin(rows.length, width - LEFT, LABEL_PX);
  const digits = digitsOf(steps);
  const marks = [
    steps.map((step) => [
      svg("line", { x1: LEFT, x2: width, y1: y(step), y2: y(step), class: step === 0 ? "axis" : "guide" }),
      svg("text", { x: LEFT - 8, y: y(step) + 4, "text-anchor": "end" }, number(step, digits)),
    ]),
    rows.map((row, at) => {
      const middle = LEFT + slot * (at + 0.5);
      const first = middle - (bar * series.length) / 2;
      return [
        row.values.map((value, index) => value > 0 && column(first + bar * index, y(value), bar, base - y(value), series[index].look, hatch)),
        at % every === 0 && svg("text", { x: middle, y: HEIGHT - 10, "text-anchor": "middle" }, row.label),
      ];
    }),
  ];
  return { height: HEIGHT, marks };
}

function column(x, y, width, height, look, hatch) {
  const inner = Math.max(1, width - (width > 4 ? 1.5 : 0));
  return svg("rect", { x, y, width: inner, height: Math.max(1, height), class: look, fill: look === "look-active" ? `url(#${hatch})` : null });
}
