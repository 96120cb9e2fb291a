/** The day's screen time as a picture: a row of suns, of which each used part has set. */
import { h, icon } from "./dom.js";
import { state } from "./state.js";
import { now } from "./time.js";
import { spell, t } from "./words.js";

const CELLS = 10;
/** What other schools told is fresh for so long. */
const FRESH_MS = 5 * 60_000;

/** Nothing where the school sets no limit for this person. */
export function budget({ used, day }) {
  if (day === null) return null;
  const set = Math.min(CELLS, Math.floor((used / day) * CELLS));
  const minutes = (ms) => Math.round(ms / 60_000);
  const words = t("budget.words", { used: minutes(used), day: minutes(day) });
  return h("div", { class: "budget" },
    h("div", { class: "budget-row", role: "img", "aria-label": `${t("budget.title")}: ${words}` },
      icon("eye"),
      Array.from({ length: CELLS }, (_, i) => h("span", { class: i < set ? "budget-cell budget-used" : "budget-cell" }))),
    h("p", { class: "budget-words" }, words),
    age());
}

/** Other schools' part is as old as the last word of the district. */
function age() {
  const { reach, lastHeard } = state.site.controller;
  if (reach === "ONLINE") return null;
  if (lastHeard === null) return h("p", { class: "budget-age" }, t("budget.never"));
  const old = now() - lastHeard;
  return old < FRESH_MS ? null : h("p", { class: "budget-age" }, t("budget.age", { time: spell(old) }));
}
