// What each room says to an event, and the times that would do instead.

import { mayOverride } from "../bookings.js";
import { h, icon } from "../dom.js";
import { t } from "../i18n.js";
import { goodCard } from "../parts/notice.js";
import { overrideField } from "../parts/refusal.js";
import { dayOf, shortDay, span } from "../time.js";
import { placeInWords, timeThere } from "./events-list.js";

const isRefused = (part) => part.fate === "REFUSED";

const isLine = (reason) => reason.code === "line-too-narrow";

/**
 * The answer of a check, or of a booking that was refused.
 *
 * @param said parts, one a room, and suggestions: when all of them would do at once
 * @param ways onSlot gets a time for the whole event, onOverride a reason in words, onOneDisplay asks for one display for all
 */
export function fateOf({ parts, suggestions }, wish, setting, { onSlot, onOverride, onOneDisplay }) {
  const refused = parts.filter(isRefused);
  const list = h("ul", { class: "event-fates" }, parts.map((part) => fateRow(part, wish, setting)));
  if (refused.length === 0) {
    return goodCard(t("events.all-fit"), h("p", {}, t("events.all-fit.next")), list);
  }
  const line = refused.some((part) => part.reasons.some(isLine));
  return h(
    "div",
    { class: "notice bad" },
    icon("stop"),
    h(
      "div",
      {},
      h("p", { class: "notice-title" }, t("events.some-refused", { n: refused.length, all: parts.length })),
      h("p", {}, t("events.nothing-kept")),
      list,
      line && h("p", {}, t("events.line")),
      line && wish.screens === "EACH_SEAT" && h("div", { class: "choices" }, h("button", { class: "chip-button", type: "button", onclick: onOneDisplay }, t("events.line.one"))),
      suggestions.length > 0 ? timeChoice(suggestions, parts.length, setting, onSlot) : h("p", {}, t("events.times.none")),
      mayOverride(refused.flatMap((part) => part.reasons)) && overrideField(onOverride),
    ),
  );
}

/** The rooms of an event that was booked. */
export const placedRooms = (parts, wish, setting) => h("ul", { class: "event-fates" }, parts.map((part) => fateRow(part, wish, setting)));

function fateRow(part, wish, setting) {
  const there = timeThere(part, { slot: { start: wish.start, end: wish.end } }, setting);
  const words = isRefused(part)
    ? part.reasons.map((reason) => h("span", { class: "block" }, reason.detail ?? reason.title))
    : part.booking
      ? t("events.placed", { seats: t("form.seats-n", { n: part.booking.workstations.length }) })
      : t("events.fits");
  return h(
    "li",
    { class: isRefused(part) ? "bad" : "good" },
    icon(isRefused(part) ? "stop" : "check", isRefused(part) ? t("events.unavailable") : t("events.fits")),
    h("span", { class: "event-place" }, placeInWords(part.lab, setting), there && h("span", { class: "soft block" }, there)),
    h("span", {}, words),
  );
}

function timeChoice(times, rooms, { zone }, onSlot) {
  const words = (slot) => `${shortDay(dayOf(slot.start, zone))}, ${span(slot.start, slot.end, zone)}`;
  return [
    h("p", { class: "label" }, t("events.times", { n: rooms })),
    h("div", { class: "choices" }, times.map((slot) => h("button", { class: "chip-button figures", type: "button", onclick: () => onSlot(slot) }, icon("clock"), words(slot)))),
  ];
}
