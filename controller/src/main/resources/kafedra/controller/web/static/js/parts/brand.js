// The mark: a catalogue card with one clipped corner, a red rule and a К.

import { svg } from "../dom.js";

export function brandMark() {
  return svg(
    "svg",
    { viewBox: "0 0 32 32", "aria-hidden": "true" },
    svg("path", { d: "M4 6a3 3 0 0 1 3-3h14l7 7v16a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3z", class: "brand-card" }),
    svg("path", { d: "M4 12h24", class: "brand-rule" }),
    svg("path", { d: "M11 16v10M21 16l-9 5.2L21 26", class: "brand-letter" }),
  );
}
