// What every plot has: a title with its unit, a legend, a drawing that fits its width, and words for those who do not see it.

import { freshId, h, show, svg } from "../dom.js";
import { t } from "../i18n.js";

/** Widths below this are drawn as this, and shrunk. */
const NARROWEST = 280;

/**
 * A plot.
 *
 * @param title what it shows
 * @param unit of the values
 * @param words the text alternative: what one sees in it
 * @param series [{name, look}], look is a style of the legend and of the marks
 * @param draw gets the width in px and the ids of the patterns, answers {height, marks}
 */
export function plot({ title, unit, words, series, draw }) {
  const id = freshId("plot");
  const box = h("div", { class: "plot-box" });
  const redraw = (width) => {
    const { height, marks } = draw(Math.max(NARROWEST, width), `${id}-hatch`);
    show(
      box,
      svg(
        "svg",
        { viewBox: `0 0 ${Math.max(NARROWEST, width)} ${height}`, role: "img", "aria-labelledby": `${id}-title ${id}-words`, class: "plot-svg" },
        svg("title", { id: `${id}-title` }, `${title}, ${unit}`),
        svg("desc", { id: `${id}-words` }, words),
        svg("defs", {}, hatch(`${id}-hatch`)),
        marks,
      ),
    );
  };
  let drawn = 0;
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry.contentRect.width);
    if (width > 0 && width !== drawn) {
      drawn = width;
      redraw(width);
    }
  }).observe(box);
  return h(
    "figure",
    { class: "plot" },
    h("figcaption", {}, h("h2", {}, title), h("span", { class: "soft" }, t("plot.unit", { unit }))),
    series.length > 1 && h("ul", { class: "plot-legend", "aria-label": t("plot.legend") }, series.map((one) => h("li", {}, h("span", { class: `swatch ${one.look}` }), one.name))),
    box,
  );
}

function hatch(id) {
  return svg(
    "pattern",
    { id, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    svg("rect", { width: 6, height: 6, class: "hatch-ground" }),
    svg("rect", { width: 3, height: 6, class: "hatch-line" }),
  );
}

/** Round steps from 0 to at least the greatest value. */
export function ticks(greatest, wanted = 4) {
  const rough = Math.max(greatest, 1e-9) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= rough * 0.999);
  const count = Math.max(1, Math.ceil(greatest / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** Digits after the point that tell the steps apart. */
export const digitsOf = (steps) => (steps.every(Number.isInteger) ? 0 : 1);

/** Texts along an axis, thinned until they fit. */
export function thin(count, room, each) {
  return Math.max(1, Math.ceil((count * each) / Math.max(room, 1)));
}
