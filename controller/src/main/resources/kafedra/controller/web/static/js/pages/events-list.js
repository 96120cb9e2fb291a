// The events that are coming, each with its rooms, and what the rooms say of it.

import { h, icon } from "../dom.js";
import { t, word } from "../i18n.js";
import { empty } from "../parts/notice.js";
import { dayOf, longDay, shortDay, span } from "../time.js";

const LIVE = ["HELD", "CONFIRMED"];

export function eventList(events, setting, onCancel) {
  return [
    h("div", { class: "sheet-head" }, h("h2", {}, t("events.coming"))),
    events.length === 0
      ? empty("webcam", t("events.none"), t("events.none.next"))
      : h("ul", { class: "event-list" }, events.map((event) => eventRow(event, setting, onCancel))),
  ];
}

function eventRow(event, setting, onCancel) {
  return h(
    "li",
    {},
    h("p", { class: "event-when figures" }, h("strong", {}, longDay(dayOf(event.slot.start, setting.zone))), h("span", {}, span(event.slot.start, event.slot.end, setting.zone))),
    h(
      "div",
      { class: "event-what" },
      h("h3", {}, event.title),
      h("p", { class: "soft" }, about(event)),
      h("ul", { class: "event-rooms" }, event.parts.map((part) => partRow(part, event, setting))),
      !event.whole && h("p", { class: "soft small" }, t("events.partly")),
    ),
    h(
      "div",
      { class: "event-acts" },
      event.link && h("a", { class: "button", href: event.link, target: "_blank", rel: "noopener noreferrer" }, icon("link"), t("events.enter")),
      event.whole && h("button", { class: "button danger", type: "button", "aria-label": t("events.cancel.of", { title: event.title }), onclick: () => onCancel(event) }, t("events.cancel")),
    ),
  );
}

function about(event) {
  const live = event.parts.filter((part) => LIVE.includes(part.status));
  const seats = live.reduce((sum, part) => sum + part.seats, 0);
  const online = (event.kbpsPerClient > 0 || event.link) && t(`events.screens.${event.screens}`).toLowerCase();
  return [word("purpose", event.purpose), t("events.total", { n: live.length }), t("form.seats-n", { n: seats }), online].filter(Boolean).join(" · ");
}

function partRow(part, event, setting) {
  const live = LIVE.includes(part.status);
  return h(
    "li",
    { class: live ? "" : "gone" },
    h("span", {}, [placeInWords(part.lab, setting), t("form.seats-n", { n: part.seats }), part.group?.name].filter(Boolean).join(" · ")),
    h("span", { class: "soft" }, timeThere(part, event, setting)),
    part.checkedIn && h("span", { class: "mark good" }, icon("check"), t("events.came")),
    part.status !== "CONFIRMED" && h("span", { class: "mark bad" }, icon("stop"), t(`events.part.${part.status}`)),
  );
}

/** "Школа № 1, Зал" */
export function placeInWords(id, { labs, schools }) {
  const lab = labs.find((one) => one.id === id);
  const school = schools.find((one) => one.id === lab?.school);
  return lab ? `${school?.name ?? ""}, ${lab.name}` : id;
}

export const whenInWords = (event, { zone }) => `${shortDay(dayOf(event.slot.start, zone))}, ${span(event.slot.start, event.slot.end, zone)}`;
export const roomsInWords = (event, setting) => event.parts.filter((part) => LIVE.includes(part.status)).map((part) => placeInWords(part.lab, setting)).join("; ");

/** What is said beside a room whose clock or whose time differs from the event's. */
export function timeThere({ lab, slot }, event, { zone, labs, schools }) {
  const school = labs.find((one) => one.id === lab)?.school;
  const there = schools.find((one) => one.id === school)?.zone ?? zone;
  const local = `${shortDay(dayOf(slot.start, there))}, ${span(slot.start, slot.end, there)}`;
  return local === whenInWords(event, { zone }) ? "" : t("events.there", { time: local });
}
