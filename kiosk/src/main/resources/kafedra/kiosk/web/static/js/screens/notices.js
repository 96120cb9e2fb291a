/** Help, refusals, the last seconds of a visit, and a kiosk program that does not answer. */
import { h, icon } from "../dom.js";
import { back, button, exit, message, title } from "../parts.js";
import { state } from "../state.js";
import { clock } from "../time.js";
import { has, language, t } from "../words.js";

const STEPS = ["card", "any", "walk", "check"];

export function help() {
  return {
    main: [
      title(t("help.title")),
      h("ol", { class: "steps" }, STEPS.map((pictogram, i) =>
        h("li", {}, icon(pictogram, "icon-huge"), h("p", {}, h("b", {}, i + 1), t(`help.${i + 1}`))))),
      h("div", { class: "ask" },
        button("main", "bell", t("call.yes"), "go", "call"),
        state.visit === null ? null : button("plain", "out", t("fault.start"), "fault-start")),
    ],
    foot: [back("help"), state.visit === null ? null : exit()],
  };
}

/** What stands in the way of each code: its pictogram, and the press that leads on. */
const LEADS = {
  "unknown-card": ["card", "keypad", "go.pin", "enter-pin"],
  "card-taken": ["card", "card", "go.again", "go", "staff-number"],
  "staff-only": ["lock", "back", "go.home", "home"],
  "unknown-code": ["keypad", "keypad", "go.again", "enter-code"],
  "wrong-number-or-pin": ["keypad", "keypad", "go.again", "enter-pin"],
  "visit-over": ["exit", "back", "go.home", "idle"],
  "seat-taken": ["in-use", "computer", "go.other-seat", "home"],
  "seat-not-available": ["out", "computer", "go.other-seat", "home"],
  "no-free-seat": ["clock", "ticket", "go.queue", "queue"],
  "already-seated": ["computer", "computer", "go.my-seat", "again"],
  "outside-opening-hours": ["moon", "calendar", "go.book-later", "go", "days"],
  "closed-today": ["moon", "calendar", "go.book-later", "go", "days"],
  "no-time-left": ["sun", "calendar", "go.book-later", "go", "days"],
  "booked-by-others": ["calendar", "ticket", "go.queue", "queue"],
  "rest-first": ["eye", "eye", "rest.do", "rest"],
  "break-due": ["eye", "check", "go.clear", "home"],
  "people-waiting": ["ticket", "check", "go.clear", "home"],
  "longest-reached": ["more-time", "check", "go.clear", "home"],
  "no-such-seat": ["computer", "ticket", "go.line", "go", "line"],
  "queue-full": ["ticket", "calendar", "go.book-later", "go", "days"],
  "no-session": ["clock", "computer", "hello.choose", "again"],
  "session-over": ["clock", "computer", "hello.choose", "again"],
  "booking-overlaps-own": ["calendar", "list", "go.mine", "go", "bookings"],
  "booking-in-past": ["clock", "calendar", "go.other-time", "go", "days"],
  "time-unknown": ["clock", "computer", "go.clear", "home"],
  "not-found": ["unknown", "list", "go.mine", "go", "bookings"],
  "storage-full": ["disk", "check", "go.clear", "home"],
};
/** Codes that differ for a program, not for a person. */
const SAME_WORDS = { "too-large": "malformed" };
const OTHERWISE = ["librarian", "back", "go.again", "again"];

export function problem() {
  const { details } = state.about;
  const code = SAME_WORDS[state.about.code] ?? state.about.code;
  const known = has(`why.${code}`) ? code : "unexpected";
  const [sign, pictogram, words, act, arg = null] = LEADS[known] ?? OTHERWISE;
  // Some answers can be had without a visit; then every way leads to the start.
  const isAnybodys = act === "enter-pin" || act === "enter-code";
  const lead = (state.visit === null) === isAnybodys
    ? button("main", pictogram, t(words), act, arg)
    : button("main", "back", t("go.home"), state.visit === null ? "idle" : "home");
  return {
    main: message("stop", sign, t(`why.${known}`), [next(known, details)], [lead]),
    foot: state.visit === null ? [back("idle")] : [back(), exit()],
  };
}

/** Why no room works today, and that another day may do. */
export function closedWords(closed) {
  return [closed?.reason && t(`closed.${closed.reason}`), closed?.note, t("next.closed-today")].filter(Boolean).join(" ");
}

function next(code, { until, reason, note }) {
  if (code === "closed-today") return closedWords({ reason, note });
  if (code !== "booked-by-others") return t(`next.${code}`, state.site);
  return until === undefined ? t("next.booked-by-others.short") : t("next.booked-by-others", { until: clock(language(), until) });
}

export function warning(left) {
  return {
    main: message("wait", "hand", t("warn.title"), [
      t("warn.text"),
      h("b", { class: "countdown", role: "timer" }, t("time.seconds", { n: Math.max(0, Math.ceil(left / 1000)) })),
      (state.visit?.session ?? null) === null ? null : t("warn.session"),
    ], [
      button("main", "hand", t("warn.stay"), state.visit === null ? "still-here" : "stay"),
      button("plain", "exit", t("go.exit"), "leave"),
    ]),
  };
}

export const lost = () => ({ main: message("wait", "moon", t("lost.title"), [t("lost.text"), t("lost.next")], []) });
