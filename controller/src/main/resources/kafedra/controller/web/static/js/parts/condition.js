// A condition as a shape and a word; colour only comes on top.

import { h, icon } from "../dom.js";
import { word } from "../i18n.js";

const SHAPES = { FREE: "free", IN_USE: "in-use", HELD: "held", OUT_OF_SERVICE: "out", UNKNOWN: "unknown" };
const FEATURES = ["LINUX", "WINDOWS", "WEBCAM", "HEADSET", "ACCESSIBLE"];

export const conditionIcon = (condition) => icon(SHAPES[condition] ?? "unknown");
export const conditionWord = (condition) => word("condition", condition);
export const conditionClass = (condition) => `is-${(SHAPES[condition] ?? "unknown")}`;

/** The features of a seat as small pictograms, each with its name. */
export function featureIcons(features) {
  return h("span", { class: "features" }, features.filter((one) => FEATURES.includes(one)).map((one) => icon(one.toLowerCase(), word("feature", one))));
}

export const ALL_FEATURES = FEATURES;
