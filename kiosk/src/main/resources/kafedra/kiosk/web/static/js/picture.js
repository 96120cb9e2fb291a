/** A pupil's picture: a thing in a frame. */
import { svg } from "./dom.js";
import { t } from "./words.js";

const SMALLER = "translate(11 11) scale(0.55)";
const SMALLEST = "translate(13.500 13.500) scale(0.44)";

export function picture({ thing, frame }) {
  return svg("svg", { class: "picture-drawn", viewBox: "0 0 48 48", "aria-hidden": "true", focusable: "false" },
    svg("use", { href: `#frame-${frame.toLowerCase()}` }),
    svg("g", { transform: frame === "DIAMOND" ? SMALLEST : SMALLER },
      svg("use", { href: `#thing-${thing.toLowerCase()}`, width: 48, height: 48 })));
}

/** In words, for who hears the screen. */
export const pictureName = ({ thing, frame }) => `${t(`thing.${thing}`)}, ${t(`frame.${frame}`)}`;
