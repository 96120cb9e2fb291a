// The picture that a pupil presses at the kiosk instead of typing a number.

import { svg } from "../dom.js";
import { word } from "../i18n.js";

const SMALLER = "translate(11 11) scale(0.55)";
const SMALLEST = "translate(13.5 13.5) scale(0.44)";

export function pupilPicture({ thing, frame }) {
  return svg(
    "svg",
    { class: "pupil-picture", viewBox: "0 0 48 48", role: "img" },
    svg("title", {}, `${word("thing", thing)}, ${word("frame", frame)}`),
    svg("use", { href: `/pictures.svg#frame-${frame.toLowerCase()}` }),
    svg("g", { transform: frame === "DIAMOND" ? SMALLEST : SMALLER }, svg("use", { href: `/pictures.svg#thing-${thing.toLowerCase()}`, width: 48, height: 48 })),
  );
}
