// What the controller notes of a change, in words: "from=2026-11-27T10:00:00Z/… lab [seats]; to=…; override=reason".

import { t, word } from "../i18n.js";
import { dayOf, shortDay, span } from "../time.js";
import { seatsInWords } from "./names.js";

const PLACE = /^(\S+)\/(\S+) \S+ \[(.*)\]$/;

/** The words for an entry of a booking's history, or an empty text where there is nothing a person asks for. */
export function historyWords(detail, { zone, labels }) {
  const noted = new Map(detail.split("; ").map((part) => [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1)]));
  const place = (text) => {
    const [, start, end, seats] = PLACE.exec(text) ?? [];
    return start && `${shortDay(dayOf(start, zone))}, ${span(start, end, zone)}${seats ? `, ${seatsInWords(seats.split(", "), labels)}` : ""}`;
  };
  const words = [];
  const from = place(noted.get("from") ?? "");
  const to = place(noted.get("to") ?? "");
  if (from && to) {
    words.push(t("history.from-to", { from, to }));
  }
  if (noted.has("purpose")) {
    words.push([word("purpose", noted.get("purpose")), noted.get("label")].filter(Boolean).join(", "));
  }
  if (noted.has("set-aside")) {
    const rules = noted.get("set-aside").slice(1, -1).split(", ");
    words.push(t("history.set-aside", { rules: rules.map((rule) => word("rule", rule)).join(", ") }));
  }
  if (noted.has("rule")) {
    words.push(t("history.rule", { rule: word("rule", noted.get("rule")) }));
  }
  if (noted.has("override")) {
    words.push(t("history.override", { reason: noted.get("override") }));
  }
  return words.join(". ");
}
