/** Parts that many screens share. */
import { h, icon, svg } from "./dom.js";
import { t } from "./words.js";

export const title = (text, look = "") => h("h1", { class: `title ${look}`.trim(), tabindex: "-1" }, text);

/** A button with a pictogram and a few words; `look`: main, plain, quiet, stop. */
export const button = (look, pictogram, text, act, arg = null) =>
  h("button", { type: "button", class: `button button-${look}`, act, arg },
    icon(pictogram), h("span", {}, text));

export const back = (act = "home", arg = null) => button("quiet", "back", t("go.back"), act, arg);
export const exit = () => button("quiet", "exit", t("go.exit"), "leave");

/** Something happened: a large pictogram, a sentence, what to do next. */
export function message(tone, pictogram, heading, texts, buttons) {
  return h("div", { class: `message message-${tone}` },
    h("div", { class: "message-sign" }, icon(pictogram, "icon-huge")),
    h("div", { class: "message-body" },
      title(heading),
      texts.filter((text) => text !== null).map((text) => h("p", {}, text)),
      h("div", { class: "message-buttons" }, buttons)));
}

/** A disc that shrinks like sand: `share` of the whole is left, from 0 to 1; `urgency`: calm, soon, now. */
export function disc(share, urgency, label) {
  const left = Math.max(0, Math.min(1, share)) * 100;
  return svg("svg", { class: "disc", viewBox: "0 0 120 120", role: "img", "aria-label": label },
    svg("circle", { class: "disc-back", cx: 60, cy: 60, r: 56 }),
    svg("circle", { class: `disc-left disc-${urgency}`, cx: 60, cy: 60, r: 25, pathLength: 100,
      "stroke-dasharray": `${left.toFixed(1)} 100`, transform: "rotate(-90 60 60) scale(1 -1) translate(0 -120)" }),
    Array.from({ length: 12 }, (_, i) =>
      svg("line", { class: "disc-tick", x1: 60, y1: 5, x2: 60, y2: i % 3 === 0 ? 14 : 9, transform: `rotate(${i * 30} 60 60)` })));
}

/** How long until the screen goes by itself, as a thin bar. */
export const fuse = (share) =>
  svg("svg", { class: "fuse", viewBox: "0 0 100 2", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { width: (Math.max(0, share) * 100).toFixed(1), height: 2 }));
