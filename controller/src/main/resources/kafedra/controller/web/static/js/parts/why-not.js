// "Why not here?": a seat and a time are asked about, and the answer says why, or that nothing is against it.

import { check } from "../bookings.js";
import { h, show } from "../dom.js";
import { t } from "../i18n.js";
import { at, clock, longDay } from "../time.js";
import { dialog } from "./dialog.js";
import { goodCard, problemCard } from "./notice.js";
import { refusal } from "./refusal.js";
import { timeField } from "./time-field.js";

/** Asks about a seat: `wish` is {seat, start, end}; `onBook` gets a time that will do. */
export function whyNot({ lab, day, zone, labels, bookings }, wish, onBook) {
  const answer = h("div", { "aria-live": "polite" });
  let times = { start: wish.start, end: wish.end };

  const ask = async () => {
    show(answer, h("p", { class: "soft" }, t("loading")));
    try {
      const said = await check({ lab: lab.id, workstations: [wish.seat.id], purpose: "OTHER", ...times });
      show(answer, said.possible ? possible() : refusal(said, { zone, labels, bookings, day }, { onSlot: take }));
    } catch (problem) {
      show(answer, problem.details?.reasons ? refusal(problem.details, { zone, labels, bookings, day }, { onSlot: take }) : problemCard(problem, ask));
    }
  };
  let close = () => {};
  const take = (slot) => {
    close();
    onBook({ seat: wish.seat, start: Date.parse(slot.start), end: Date.parse(slot.end) });
  };
  const possible = () =>
    goodCard(
      t("why.possible"),
      h("p", { class: "notice-actions" }, h("button", { class: "button main", type: "button", onclick: () => (close(), onBook({ seat: wish.seat, ...times })) }, t("form.submit"))),
    );

  const change = () => {
    if (from.value() && to.value()) {
      times = { start: at(day, from.value(), zone), end: at(day, to.value(), zone) };
      ask();
    }
  };
  const from = timeField({ label: t("form.from"), value: clock(wish.start, zone), onChange: change });
  const to = timeField({ label: t("form.to"), value: clock(wish.end, zone), onChange: change });
  close = dialog(t("why.title"), () => [
    h("p", {}, h("strong", {}, t("seat.name", { label: wish.seat.label })), ` · ${lab.name}, ${longDay(day)}`),
    h("div", { class: "own-time" }, from.node, to.node),
    answer,
  ]);
  ask();
}
