// One booking: what it is, what can be done with it without a mouse, who made it and what became of it.

import { cancel, confirmHold, cut, freshBookingId, historyOf, isOutdated } from "../bookings.js";
import { h, icon, show } from "../dom.js";
import { t, word } from "../i18n.js";
import { MARK, endOf, startOf } from "../schedule.js";
import { at, clock, dayOf, longDay, moment, plusDays, span } from "../time.js";
import { changeBooking } from "./changes.js";
import { dateField } from "./date-field.js";
import { dialog } from "./dialog.js";
import { historyWords } from "./history-words.js";
import { bookedFor, seatsInWords } from "./names.js";
import { problemCard, say } from "./notice.js";
import { timeField } from "./time-field.js";
import { toast } from "./toast.js";

/** Opens a booking; view is zone, labels, bookings, now, refresh, and seats of the lab for another seat. */
export function openBooking(booking, view, { begin } = {}) {
  const body = h("div", { class: "booking-sheet" });
  const answer = h("div", { "aria-live": "polite" });
  let close = () => {};
  const over = endOf(booking) <= view.now || booking.status === "CANCELLED";
  const form = h("div", {});
  const open = (content) => {
    show(form, content);
    form.querySelector("input, button")?.focus();
  };
  const act = (pictogram, text, press, kind = "") => h("button", { class: `button ${kind}`, type: "button", onclick: press }, icon(pictogram), text);
  const actions = {
    move: () => open(moveForm(booking, view, close)),
    cut: () => open(cutForm(booking, view, { close, answer })),
    cancel: () => open(cancelForm(booking, view, { close, answer })),
  };
  show(
    body,
    facts(booking, view),
    !over &&
      h(
        "div",
        { class: "booking-acts" },
        booking.status === "HELD" && act("check", t("hold.confirm"), () => keepHold(booking, view, { close, answer }), "main"),
        act("move", t("act.move"), actions.move),
        endOf(booking) - startOf(booking) >= 2 * MARK && act("cut", t("act.cut"), actions.cut),
        act("close", t("act.cancel"), actions.cancel, "danger"),
      ),
    form,
    answer,
    history(booking, view),
  );
  close = dialog(bookedFor(booking) || t("holder.lab"), () => body, { kind: "roomy" });
  if (begin && !over) {
    actions[begin]();
  }
}

function facts(booking, { zone, labels, labName }) {
  const day = dayOf(booking.slot.start, zone);
  const fact = (name, value, kind = "") => value && h("div", {}, h("dt", {}, name), h("dd", { class: kind }, value));
  return h(
    "dl",
    { class: "facts-list" },
    fact(t("fact.when"), [h("strong", { class: "figures" }, span(booking.slot.start, booking.slot.end, zone)), `, ${longDay(day)}`]),
    fact(t("fact.where"), [labName && `${labName}: `, booking.workstations.length > 0 && seatsInWords(booking.workstations, labels)].filter(Boolean).join("")),
    fact(t("fact.purpose"), [word("purpose", booking.purpose), booking.label !== bookedFor(booking) && booking.label].filter(Boolean).join(", ")),
    booking.link && fact(t("form.link"), h("a", { href: booking.link, rel: "noreferrer", target: "_blank" }, booking.link), "lesson-link"),
    booking.status === "HELD" && fact(t("fact.state"), t("hold.until", { time: booking.heldUntil ? clock(booking.heldUntil, zone) : "" })),
    booking.status === "CANCELLED" && fact(t("fact.state"), t("booking.CANCELLED")),
    booking.series && fact(t("fact.series"), t("booking.series")),
  );
}

/** Another day, time or other seats, with fields; a hand that cannot drag has the same power. */
function moveForm(booking, view, close) {
  const { zone } = view;
  let day = dayOf(booking.slot.start, zone);
  const seats = view.seats ?? [];
  const chosen = new Set(booking.workstations);
  const length = endOf(booking) - startOf(booking);
  const date = dateField({ day, label: t("form.day"), onChange: (wanted) => (day = wanted) });
  const from = timeField({ label: t("form.from"), value: clock(booking.slot.start, zone), onChange: (time) => time && (to.node.querySelector("input").value = clock(at(day, time, zone) + length, zone)) });
  const to = timeField({ label: t("form.to"), value: clock(booking.slot.end, zone), onChange: () => {} });
  const shift = (minutes) => {
    for (const field of [from, to]) {
      const input = field.node.querySelector("input");
      input.value = clock(at(day, field.value(), zone) + minutes * 60_000, zone);
    }
    say(`${from.value()}–${to.value()}`);
  };
  const send = (event, scope = "ONE") => {
    event.preventDefault();
    if (!from.value() || !to.value() || chosen.size === 0) {
      return;
    }
    const other = chosen.size !== booking.workstations.length || booking.workstations.some((id) => !chosen.has(id));
    const wanted = { start: at(day, from.value(), zone), end: at(day, to.value(), zone), ...(other ? { workstations: [...chosen] } : {}) };
    if (wanted.end <= wanted.start) {
      wanted.end = at(plusDays(day, 1), to.value(), zone);
    }
    close();
    changeBooking(booking, wanted, view, scope);
  };
  return h(
    "form",
    { class: "sheet-form", onsubmit: (event) => send(event) },
    h("h3", {}, t("act.move")),
    h("div", { class: "own-time" }, h("div", { class: "field" }, h("span", { class: "label" }, t("form.day")), date.node), from.node, to.node),
    h("div", { class: "choices", role: "group", "aria-label": t("move.shift") }, [-45, -5, 5, 45].map((minutes) => h("button", { class: "chip-button figures", type: "button", onclick: () => shift(minutes) }, t("move.minutes", { sign: minutes < 0 ? "−" : "+", n: Math.abs(minutes) })))),
    seats.length > 0 &&
      h(
        "fieldset",
        { class: "part-body" },
        h("legend", {}, t("form.seats")),
        h("div", { class: "seat-ticks" }, seats.map((seat) => h("label", { class: "tick" }, h("input", { type: "checkbox", checked: chosen.has(seat.id), onchange: (event) => chosen[event.target.checked ? "add" : "delete"](seat.id) }), seat.label))),
      ),
    h(
      "div",
      { class: "dialog-actions" },
      booking.series && h("button", { class: "button", type: "button", onclick: (event) => send(event, "FOLLOWING") }, t("cancel.following")),
      h("button", { class: "button main", type: "submit" }, booking.series ? t("cancel.one") : t("move.do")),
    ),
  );
}

function cutForm(booking, view, { close, answer }) {
  const { zone } = view;
  const middle = Math.round((startOf(booking) + endOf(booking)) / 2 / MARK) * MARK;
  const time = timeField({ label: t("cut.at"), value: clock(middle, zone), onChange: () => {} });
  const send = async (event) => {
    event.preventDefault();
    try {
      await cut(booking, at(dayOf(booking.slot.start, zone), time.value(), zone), freshBookingId());
      close();
      toast(t("cut.done", { who: bookedFor(booking), time: time.value() }));
      await view.refresh();
    } catch (problem) {
      await tell(problem, answer, view);
    }
  };
  return h("form", { class: "sheet-form", onsubmit: send }, h("h3", {}, t("act.cut")), h("p", { class: "soft" }, t("cut.hint")), h("div", { class: "own-time" }, time.node), h("div", { class: "dialog-actions" }, h("button", { class: "button main", type: "submit" }, t("cut.do"))));
}

function cancelForm(booking, view, { close, answer }) {
  const time = span(booking.slot.start, booking.slot.end, view.zone);
  const send = async (scope) => {
    try {
      await cancel(booking, scope);
      close();
      toast(t("cancel.done"));
      await view.refresh();
    } catch (problem) {
      await tell(problem, answer, view);
    }
  };
  const button = (scope, text) => h("button", { class: "button danger", type: "button", onclick: () => send(scope) }, text);
  return h(
    "div",
    { class: "sheet-form" },
    h("h3", {}, t("cancel.title")),
    h("p", {}, t("cancel.text", { who: bookedFor(booking), time, day: longDay(dayOf(booking.slot.start, view.zone)) })),
    h("div", { class: "dialog-actions" }, booking.series && button("FOLLOWING", t("cancel.following")), button("ONE", booking.series ? t("cancel.one") : t("cancel.yes"))),
  );
}

async function keepHold(booking, view, { close, answer }) {
  try {
    await confirmHold(booking);
    close();
    toast(t("booked.title"));
    await view.refresh();
  } catch (problem) {
    await tell(problem, answer, view);
  }
}

/** What another one changed meanwhile is fetched, so that the next press is about what stands now. */
async function tell(problem, answer, view) {
  show(answer, problemCard(problem));
  if (isOutdated(problem)) {
    await view.refresh();
  }
}

function history(booking, view) {
  const { zone, now } = view;
  const body = h("div", {}, h("p", { class: "soft" }, t("history.made", { who: booking.createdBy, time: moment(booking.createdAt, zone, now) })));
  const entry = (one) => {
    const words = historyWords(one.detail ?? "", view);
    return h("li", {}, h("span", { class: "figures soft" }, moment(one.at, zone, now)), " ", h("strong", {}, word("history", one.action)), ` · ${one.actor}`, words && h("span", { class: "block soft" }, words));
  };
  const load = async (event) => {
    if (!event.target.open || event.target.dataset.loaded) {
      return;
    }
    event.target.dataset.loaded = "yes";
    try {
      show(body, h("ol", { class: "history" }, (await historyOf(booking.id)).map(entry)));
    } catch (problem) {
      show(body, problemCard(problem));
    }
  };
  return h("details", { class: "history-box", ontoggle: load }, h("summary", {}, t("history.title")), body);
}
