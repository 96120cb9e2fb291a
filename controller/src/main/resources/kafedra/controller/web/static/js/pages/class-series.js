// The dates of a series, each with its fate: what it would get, or why not and when it would do.

import { freshId, h, icon } from "../dom.js";
import { t } from "../i18n.js";
import { seatsInWords } from "../parts/names.js";
import { slotChoice } from "../parts/refusal.js";
import { dayOf, millis, shortDay, span } from "../time.js";

/** The list; a date can be left out by its tick. count() tells how many would be booked. */
export function seriesPreview({ placed, refused, gaps, words = "" }, wish, { zone, labels, onChange, onSlot = null }) {
  const dates = [...placed.map((booking) => ({ slot: booking.slot, booking })), ...refused].sort((a, b) => millis(a.slot.start) - millis(b.slot.start));
  const name = freshId("mode");
  const mode = (value) => h("label", {}, h("input", { type: "radio", name, checked: wish.mode === value, onchange: () => ((wish.mode = value), onChange()) }), t(`series.${value}`));
  const left = () => placed.filter((one) => !wish.repeat.without.includes(dayOf(one.slot.start, zone))).length;
  const row = (one) => {
    const day = dayOf(one.slot.start, zone);
    const when = `${shortDay(day)}, ${span(one.slot.start, one.slot.end, zone)}`;
    const entry = h("div", { class: "series-fate" });
    const change = (event) => {
      wish.repeat.without = event.target.checked ? wish.repeat.without.filter((other) => other !== day) : [...wish.repeat.without, day];
      onChange();
    };
    entry.append(
      one.booking
        ? h("span", {}, one.booking.workstations.length > 0 ? seatsInWords(one.booking.workstations, labels) : t("plan.free"))
        : h("span", {}, one.reasons.map((reason) => h("span", { class: "block" }, reason.detail ?? reason.title)), one.suggestions?.length > 0 && onSlot && slotChoice(one.suggestions, { zone, day }, (slot) => onSlot(slot, entry))),
    );
    return h(
      "li",
      { class: one.booking ? "good" : "bad" },
      icon(one.booking ? "check" : "stop"),
      onSlot ? h("span", { class: "figures" }, when) : h("label", { class: "tick figures" }, h("input", { type: "checkbox", checked: !wish.repeat.without.includes(day), onchange: change }), when),
      entry,
    );
  };
  return {
    node: h(
      "div",
      { class: "series" },
      h("p", {}, h("strong", {}, t("series.fits", { n: placed.length, all: dates.length })), refused.length > 0 && ` ${t("series.refused", { n: refused.length })}`),
      words && h("p", { class: "soft" }, words),
      gaps.map((start) => h("p", { class: "warning" }, icon("clock"), t("series.gap", { day: shortDay(start.slice(0, 10)), time: start.slice(11, 16) }))),
      refused.length > 0 && !onSlot && h("fieldset", {}, h("legend", { class: "unseen" }, t("series.mode")), h("div", { class: "choices" }, mode("EACH"), mode("ALL_OR_NOTHING"))),
      h("ul", { class: "series-list" }, dates.map(row)),
    ),
    count: () => (wish.mode === "ALL_OR_NOTHING" && (gaps.length > 0 || refused.some((one) => !wish.repeat.without.includes(dayOf(one.slot.start, zone)))) ? 0 : left()),
  };
}
