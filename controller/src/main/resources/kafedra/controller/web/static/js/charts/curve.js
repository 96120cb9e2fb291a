// A curve over time with a threshold. Where nothing was measured for long, the curve has a gap.

import { number } from "../i18n.js";
import { svg } from "../dom.js";
import { digitsOf, plot, thin, ticks } from "./frame.js";

const HEIGHT = 220;
const LEFT = 54;
const RIGHT = 10;
const TOP = 14;
const BOTTOM = 28;
const LABEL_PX = 70;

/**
 * Curves.
 *
 * @param points [{at, values}], at in epoch milliseconds
 * @param from, to ends of the time axis, epoch milliseconds
 * @param gap milliseconds without a point that break the curve
 * @param threshold {value, name}
 * @param stops [{at, label}] of the time axis
 */
export function curve({ title, unit, words, series, ...rest }) {
  return plot({ title, unit, words, series, draw: (width) => draw(width, series, rest) });
}

function draw(width, series, { points, from, to, gap, threshold, stops }) {
  const steps = ticks(Math.max(threshold.value * 1.2, ...points.flatMap((point) => point.values)));
  const base = HEIGHT - BOTTOM;
  const y = (value) => base - (value / steps.at(-1)) * (base - TOP);
  const x = (at) => LEFT + ((at - from) / (to - from)) * (width - LEFT - RIGHT);
  const every = thin(stops.length, width - LEFT, LABEL_PX);
  const marks = [
    steps.map((step) => [
      svg("line", { x1: LEFT, x2: width - RIGHT, y1: y(step), y2: y(step), class: step === 0 ? "axis" : "guide" }),
      svg("text", { x: LEFT - 8, y: y(step) + 4, "text-anchor": "end" }, number(step, digitsOf(steps))),
    ]),
    stops.map(({ at, label }, index) => index % every === 0 && svg("text", { x: x(at), y: HEIGHT - 8, "text-anchor": "middle" }, label)),
    series.map((one, index) => svg("path", { d: path(points, index, x, y, gap), class: `curve ${one.look}` })),
    svg("line", { x1: LEFT, x2: width - RIGHT, y1: y(threshold.value), y2: y(threshold.value), class: "threshold" }),
    svg("text", { x: width - RIGHT, y: y(threshold.value) - 5, "text-anchor": "end", class: "threshold-name" }, threshold.name),
  ];
  return { height: HEIGHT, marks };
}

function path(points, index, x, y, gap) {
  let before = null;
  return points
    .map((point) => {
      const broken = before === null || point.at - before > gap;
      before = point.at;
      const place = `${x(point.at).toFixed(1)} ${y(point.values[index]).toFixed(1)}`;
      // A point on its own is a line of no length, which round ends turn into a dot.
      return broken ? `M${place}h.01` : `L${place}`;
    })
    .join("");
}
