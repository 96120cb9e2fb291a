/** Sign-in by number and PIN, on the screen's own keypad. */
import { h, icon } from "../dom.js";
import { back, button, message, title } from "../parts.js";
import { picture, pictureName } from "../picture.js";
import { state } from "../state.js";
import { countdown } from "../time.js";
import { t } from "../words.js";

const SHORTEST_PIN = 4;
/** As many as the librarian's page makes. */
const CODE_DIGITS = 6;

export function number() {
  const ready = state.number.length > 0;
  return {
    main: entry(
      [
        title(t("number.title")),
        numberField(),
        h("p", { class: "hint" }, t("number.hint")),
        h("button", { type: "button", class: "link", act: "enter-code" }, t("go.code")),
      ],
      "next", t("go.next"), "number-done", ready),
    foot: [back("idle")],
  };
}

export function pin() {
  const ready = state.pin.length >= SHORTEST_PIN;
  return {
    main: entry(
      [
        title(t("pin.title")),
        h("p", { class: "field", role: "status", "aria-label": t("pin.field", { n: state.pin.length }) },
          Array.from({ length: Math.max(SHORTEST_PIN, state.pin.length) }, (_, i) =>
            h("span", { class: i < state.pin.length ? "dot dot-full" : "dot" }))),
        state.attemptsLeft === null ? h("p", { class: "hint" }, t("pin.hint")) : wrong(),
        state.picture === null
          ? h("button", { type: "button", class: "link", act: "change-number" },
            `${t("pin.number", { number: state.number })} · ${t("pin.other-number")}`)
          : h("p", { class: "my-picture", role: "img", "aria-label": pictureName(state.picture) }, picture(state.picture)),
      ],
      "check", t("pin.enter"), "sign-in", ready),
    foot: [state.picture === null ? back("change-number") : back("go", `class/${state.picture.group}`)],
  };
}

/** A code for one time, from the librarian. */
export function code() {
  const ready = state.code.length === CODE_DIGITS;
  return {
    main: entry(
      [
        title(t("code.title")),
        h("p", { class: "field field-number", role: "status", "aria-label": `${t("code.field")} ${state.code}` },
          state.code === "" ? h("span", { class: "field-empty" }, t("code.field")) : state.code),
        h("p", { class: "hint" }, t("code.hint")),
      ],
      "check", t("pin.enter"), "use-code", ready),
    foot: [back("idle")],
  };
}

const wrong = () =>
  h("p", { class: "wrong", role: "alert" }, icon("cross"),
    h("span", {}, t("pin.wrong"), " ", state.attemptsLeft < 0 ? "" : h("b", {}, t("pin.left", { n: state.attemptsLeft }))));

export const numberField = () =>
  h("p", { class: "field field-number", role: "status", "aria-label": `${t("number.field")} ${state.number}` },
    state.number === "" ? h("span", { class: "field-empty" }, t("number.field")) : state.number);

/** The keypad beside what is told; its last key does `act` once that is `ready`. */
export function entry(told, pictogram, text, act, ready) {
  return [
    h("div", { class: "told" }, told),
    h("div", { class: "keys", "data-quiet": true },
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map(digit),
      h("button", { type: "button", class: "key key-erase", act: "erase", "aria-label": t("pin.erase") }, icon("erase")),
      digit(0),
      h("button", { type: "button", class: "key key-done", act, "aria-disabled": String(!ready) },
        icon(pictogram), h("span", {}, text))),
  ];
}

const digit = (value) => h("button", { type: "button", class: "key", act: "digit", arg: value }, value);

/** Too many wrong PINs: wait, shown as it shrinks. */
export function locked() {
  const left = state.about - performance.now();
  const over = left <= 0;
  return {
    main: message("stop", over ? "keypad" : "held", over ? t("pin.locked-over") : t("pin.locked"),
      over ? [] : [t("pin.locked-why"), h("b", { class: "countdown", role: "timer" }, countdown(left)), t("pin.locked-next")],
      over ? [button("main", "keypad", t("go.pin"), "enter-pin")] : []),
    foot: [back("idle")],
  };
}
