/** How long the screen waits for somebody who does not touch it, and when it says so. */
import { state } from "./state.js";
import { now } from "./time.js";

/** Without a visit it may take as long as a visit may stand untouched. */
const UNTOUCHED_MS = 45_000;
/** The last seconds are spent asking; WCAG 2.2.1 wants at least 20. */
const WARN_MS = 20_000;
/** Screens without a visit that hold what somebody typed or began. */
const BEGUN = ["number", "pin", "code", "classes", "class", "call"];

/** Until the screen is wiped, ms. */
export const timeLeft = () =>
  state.visit === null ? state.touchedAt + UNTOUCHED_MS - performance.now() : state.visit.idleUntil - now();

/** Whether it is time to ask whether anybody is still here. */
export const isWarned = () =>
  timeLeft() < WARN_MS && (state.visit !== null || state.helping || BEGUN.includes(state.screen));
