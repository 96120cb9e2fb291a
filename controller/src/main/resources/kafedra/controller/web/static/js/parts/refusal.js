// Why something would not do: each reason in words, what is in the way, when it would do, and a way past it for who may.

import { mayOverride, reasonsOf } from "../bookings.js";
import { freshId, h, icon } from "../dom.js";
import { t } from "../i18n.js";
import { dayOf, shortDay, span } from "../time.js";
import { bookedFor, seatLabels } from "./names.js";

const MOST_CONFLICTS = 6;

/**
 * A refusal, or the answer of a check that says no.
 *
 * @param details with reasons, suggestions, conflicts, title, detail
 * @param view zone; labels of seats; bookings that are known by name; day that needs no telling
 * @param ways onSlot gets a time that would do; onOverride gets a reason in words
 */
export function refusal(details, view, { onSlot, onOverride } = {}) {
  const reasons = reasonsOf(details);
  const suggestions = details.suggestions ?? [];
  return h(
    "div",
    { class: "notice bad refusal", role: "alert" },
    icon("stop"),
    h(
      "div",
      {},
      reasons.map((reason) => reasonWords(reason, view)),
      suggestions.length > 0 && onSlot && slotChoice(suggestions, view, onSlot),
      suggestions.length === 0 && onSlot && h("p", { class: "soft" }, t("refused.no-suggestions")),
      onOverride && mayOverride(reasons) && overrideField(onOverride),
    ),
  );
}

function reasonWords(reason, view) {
  const conflicts = reason.conflicts ?? [];
  return [
    h("p", { class: "notice-title" }, reason.title),
    reason.detail && reason.detail !== reason.title && h("p", {}, reason.detail),
    conflicts.length > 0 && h("p", {}, `${t("refused.conflicts")} ${conflictWords(conflicts, view)}`),
  ];
}

/** Conflicts with the same booking are told together, by its name where that is known here. */
function conflictWords(conflicts, { zone, labels, bookings = [], day = null }) {
  const known = new Map(bookings.map((one) => [one.id, one]));
  const told = new Map();
  for (const { booking, workstation, slot } of conflicts) {
    const on = dayOf(slot.start, zone);
    const time = `${on === day ? "" : `${shortDay(on)}, `}${span(slot.start, slot.end, zone)}`;
    const key = `${booking ?? ""} ${time}`;
    const entry = told.get(key) ?? { who: known.has(booking) ? bookedFor(known.get(booking)) : "", time, seats: [] };
    entry.seats.push(workstation);
    told.set(key, entry);
  }
  const words = [...told.values()].map(({ who, time, seats }) => {
    const named = [...new Set(seats.filter(Boolean))];
    const where = named.length > 0 ? t("refused.conflict", { n: named.length, labels: seatLabels(named, labels), time }) : t("refused.person", { time });
    return who ? `${who}: ${where}` : where;
  });
  return words.slice(0, MOST_CONFLICTS).join("; ") + (words.length > MOST_CONFLICTS ? "…" : ".");
}

/** Times that would do, one press each. */
export function slotChoice(slots, { zone, day = null }, onSlot) {
  const text = (slot) => {
    const on = dayOf(slot.start, zone);
    return `${on === day ? "" : `${shortDay(on)}, `}${span(slot.start, slot.end, zone)}`;
  };
  return [
    h("p", { class: "label" }, t("refused.suggestions")),
    h("div", { class: "choices" }, slots.map((slot) => h("button", { class: "chip-button figures", type: "button", onclick: () => onSlot(slot) }, icon("clock"), text(slot)))),
  ];
}

/** Asks for the reason that outweighs a rule. */
export function overrideField(onOverride) {
  const reason = h("input", { type: "text", id: freshId("override"), maxlength: "200", placeholder: t("override.hint") });
  const press = () => {
    if (reason.value.trim() === "") {
      reason.setAttribute("aria-invalid", "true");
      reason.focus();
      return;
    }
    onOverride(reason.value.trim());
  };
  return h(
    "div",
    { class: "override" },
    h("label", { class: "label", for: reason.id }, t("override.label")),
    h("div", { class: "override-line" }, reason, h("button", { class: "button danger", type: "button", onclick: press }, t("override.do"))),
  );
}
