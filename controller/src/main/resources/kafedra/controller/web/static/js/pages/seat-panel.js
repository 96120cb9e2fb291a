// One seat: who sits there, until when, and what a librarian can do about it.

import { post, put, serverNow } from "../api.js";
import { h, icon, show } from "../dom.js";
import { t, word } from "../i18n.js";
import { conditionClass, conditionIcon, conditionWord } from "../parts/condition.js";
import { confirm, dialog } from "../parts/dialog.js";
import { order, settle } from "../parts/orders.js";
import { personFinder } from "../parts/people-search.js";
import { roomActs } from "../parts/seat-acts.js";
import { age, clock, minutesUntil, span } from "../time.js";

const EXTENSIONS_MIN = [5, 10, 15];

/** Opens the panel of a seat. The room calls refresh() when something changed. */
export function seatPanel({ place, lab, find, onClosed }) {
  const facts = h("div", { class: "panel-facts" });
  const doings = h("div", { class: "panel-doings" });
  const answer = h("div", { "aria-live": "polite" });
  let close = () => {};
  let shown = "";

  const refresh = () => {
    const seat = find();
    if (!seat) {
      close();
      return;
    }
    show(facts, factsOf(seat, place.school.zone));
    // What can be done is drawn anew only when that changes, so that nobody loses what they were typing.
    const state = `${seat.condition} ${seat.service} ${seat.faults.length} ${seat.session?.id ?? ""}`;
    if (state !== shown) {
      shown = state;
      show(doings, doingsFor(seat, { place, lab, answer, close: () => close() }));
    }
  };

  const seat = find();
  close = dialog(t("seat.name", { label: seat.label }), () => [facts, answer, doings], { onClosed });
  refresh();
  return { refresh };
}

function factsOf(seat, zone) {
  const now = serverNow();
  const features = seat.features.map((one) => word("feature", one)).join(", ");
  return [
    h("p", { class: `panel-condition ${conditionClass(seat.condition)}` }, conditionIcon(seat.condition), conditionWord(seat.condition)),
    seat.session && [
      h("p", { class: "panel-name" }, seat.session.person.name),
      h(
        "p",
        { class: "figures" },
        h("strong", {}, t("minutes.left", { n: minutesUntil(seat.session.plannedEnd, now) })),
        ` · ${t("seat.until", { time: clock(seat.session.plannedEnd, zone) })}`,
        seat.session.start && ` · ${t("seat.since", { time: clock(seat.session.start, zone) })}`,
      ),
      seat.session.elsewhere && h("p", { class: "warning" }, icon("warn"), t("seat.elsewhere", { room: seat.session.elsewhere.name, school: seat.session.elsewhere.school })),
    ],
    seat.next && h("p", {}, t("seat.next", { who: seat.next.group?.name ?? seat.next.person?.name ?? "", time: span(seat.next.slot.start, seat.next.slot.end, zone) })),
    seat.faults.length > 0 &&
      h(
        "ul",
        { class: "panel-faults" },
        seat.faults.map((fault) => h("li", {}, icon("warn"), h("strong", {}, word("reported", fault.kind)), " ", h("span", { class: "soft" }, t("seat.reported", { n: fault.times, age: age(fault.first, now) })))),
      ),
    features && h("p", { class: "soft" }, features),
    seat.condition === "UNKNOWN" && h("p", { class: "soft" }, t("seat.unknown.next")),
    seat.condition === "OUT_OF_SERVICE" && h("p", { class: "soft" }, t("seat.out.next")),
  ];
}

function doingsFor(seat, panel) {
  const book = h("a", { class: "button", href: `#/book?lab=${panel.lab.id}&seat=${seat.workstation}`, onclick: panel.close }, icon("book"), t("seat.book"));
  if (seat.session) {
    return [extendDoing(seat, panel), roomActs(seat.workstation, seat.session.id, panel.answer), h("div", { class: "dialog-actions" }, book, endButton(seat, panel)), careDoing(seat, panel)];
  }
  const open = seat.condition === "FREE" || seat.condition === "HELD";
  return [open && seatDoing(seat, panel), h("div", { class: "dialog-actions" }, book), careDoing(seat, panel)];
}

/** Taking the seat out of service or putting it back, and saying that it was looked at. */
function careDoing(seat, { answer }) {
  const base = `/workstations/${seat.workstation}`;
  const out = seat.service === "OUT_OF_SERVICE";
  const setService = () => settle(answer, () => put(`${base}/service`, { service: out ? "IN_SERVICE" : "OUT_OF_SERVICE" }), t(out ? "seat.service.back" : "seat.service.gone"));
  const fixed = () => settle(answer, () => post(`${base}/fixed`), t("seat.fixed.done"));
  return h(
    "div",
    { class: "dialog-actions" },
    h("button", { class: "button quiet", type: "button", onclick: setService }, icon("out"), t(out ? "seat.service.in" : "seat.service.out")),
    seat.faults.length > 0 && h("button", { class: "button", type: "button", onclick: fixed }, icon("check"), t("seat.fixed")),
  );
}

function extendDoing(seat, { answer }) {
  const buttons = EXTENSIONS_MIN.map((minutes) =>
    h(
      "button",
      {
        class: "button",
        type: "button",
        onclick: () => order(`/sessions/${seat.session.id}/extend`, { minutes }, answer, t("seat.extended", { n: minutes })),
      },
      t("seat.plus", { n: minutes }),
    ),
  );
  return h("div", { class: "panel-extend", role: "group", "aria-label": t("seat.extend") }, h("span", { class: "label" }, icon("extend"), t("seat.extend")), buttons);
}

function endButton(seat, { answer }) {
  const press = async () => {
    const yes = await confirm({
      title: t("seat.end.title"),
      text: t("seat.end.text", { who: seat.session.person.name }),
      yes: t("seat.end.yes"),
      no: t("seat.end.no"),
    });
    if (yes) {
      await order(`/sessions/${seat.session.id}/end`, undefined, answer, t("seat.ended"));
    }
  };
  return h("button", { class: "button danger", type: "button", onclick: press }, icon("end"), t("seat.end"));
}

function seatDoing(seat, { place, lab, answer }) {
  let person = null;
  const button = h("button", { class: "button main", type: "submit", disabled: true }, icon("in-use"), t("seat.open"));
  const field = personFinder(place.school.id, (picked) => {
    person = picked;
    button.disabled = picked === null;
  });
  const submit = async (event) => {
    event.preventDefault();
    button.disabled = true;
    await order(`/labs/${lab.id}/seatings`, { person: person.id, workstation: seat.workstation }, answer, t("seat.opened", { who: person.name }));
    button.disabled = false;
  };
  return h("form", { class: "panel-seat", onsubmit: submit }, h("h3", {}, t("seat.open.title")), field, button);
}
