// What less important bookings would have to give way, told before it is asked for; and afterwards, whom to tell.

import { check } from "../bookings.js";
import { h, icon } from "../dom.js";
import { t } from "../i18n.js";
import { dayOf, shortDay, span } from "../time.js";
import { dialog } from "./dialog.js";
import { bookedFor, seatsInWords } from "./names.js";

/** Reasons that somebody else's booking is, so that its giving way could help. */
const IN_THE_WAY = ["overlap", "not-enough-seats"];

/**
 * Asks whether others could make room for a wish that was refused.
 *
 * @param wish as it was sent
 * @param reasons of the refusal
 * @param view zone and labels of seats
 * @param onTake presses on with it
 * @param ask what asks the controller: about a new booking, or about a change of one
 * @returns a node that offers it, or null where nothing would give way
 */
export async function roomByOthers(wish, reasons, view, onTake, ask = check) {
  if (reasons.length === 0 || !reasons.every((reason) => IN_THE_WAY.includes(reason.code))) {
    return null;
  }
  try {
    const said = await ask({ ...wish, displace: true });
    return said.possible && said.displaced?.length > 0 ? offer(said.displaced, view, onTake) : null;
  } catch (problem) {
    console.warn("whether others could make room is not known", problem.code);
    return null;
  }
}

function offer(displaced, view, onTake) {
  return h(
    "div",
    { class: "notice honey" },
    icon("queue"),
    h(
      "div",
      {},
      h("p", { class: "notice-title" }, t("room-by.title")),
      fates(displaced, view),
      h("p", { class: "notice-actions" }, h("button", { class: "button", type: "button", onclick: onTake }, t("room-by.do"))),
    ),
  );
}

/** After it was done: who moved, and who has lost a place and must be told. */
export function tellOthers(displaced, view) {
  if (displaced?.length > 0) {
    dialog(t("room-by.tell"), (close) => [
      fates(displaced, view),
      h("div", { class: "dialog-actions" }, h("button", { class: "button main", type: "button", onclick: close }, t("room-by.told"))),
    ]);
  }
}

function fates(displaced, { zone, labels }) {
  const fate = ({ before, after }) => {
    const who = bookedFor(before) || t("holder.lab");
    const time = `${shortDay(dayOf(before.slot.start, zone))}, ${span(before.slot.start, before.slot.end, zone)}`;
    const kept = after.status === "CONFIRMED" || after.status === "HELD";
    return h("li", {}, icon(kept ? "move" : "stop"), h("span", {}, kept ? t("room-by.moves", { who, time, seats: seatsInWords(after.workstations, labels) }) : t("room-by.loses", { who, time })));
  };
  return h("ul", { class: "fates" }, displaced.map(fate));
}

/** What the rules of the school say to whoever books, though they do not forbid it. */
export function warningsOf(warnings) {
  return (warnings ?? []).map((warning) => h("p", { class: "warning" }, icon("warn"), warning.detail ?? warning.title));
}
