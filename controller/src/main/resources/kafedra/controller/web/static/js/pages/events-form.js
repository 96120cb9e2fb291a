// The form of an event. It asks the controller first what each room says; booking takes all rooms or none, and nothing that
// was typed is lost when it cannot be.

import { bookEvent, checkEvent, freshBookingId } from "../bookings.js";
import { serverNow } from "../api.js";
import { freshId, h, show } from "../dom.js";
import { t } from "../i18n.js";
import { dateField } from "../parts/date-field.js";
import { problemCard, say } from "../parts/notice.js";
import { timeField } from "../parts/time-field.js";
import { at, clock, dayOf, plusDays } from "../time.js";
import { fateOf, placedRooms } from "./events-fate.js";
import { roomsField } from "./events-rooms.js";

const PURPOSES = ["EVENT", "WEBINAR", "EXAM", "LESSON"];
const SPEEDS = { audio: 80, video: 600, screen: 1000 };
const MOST_KBPS = 100_000;
const MARK_MINUTES = 5;

/** The form; onBooked gets the rooms that were booked, as a list to show. */
export function eventForm(setting, onBooked) {
  return new EventForm(setting, onBooked).node();
}

class EventForm {
  constructor(setting, onBooked) {
    const { zone } = setting;
    Object.assign(this, { setting, zone, onBooked, sent: null, override: null });
    this.title = textInput(t("events.name"), { maxlength: "100", hint: t("events.name.hint") });
    this.purpose = radios(t("events.what"), PURPOSES, "EVENT", "events.purpose");
    this.day = dateField({ day: plusDays(dayOf(serverNow(), zone), 1), label: t("form.day"), onChange: () => {} });
    this.from = timeField({ label: t("form.from"), value: "10:00", onChange: () => {} });
    this.to = timeField({ label: t("form.to"), value: "11:00", onChange: () => {} });
    this.whenFault = h("p", { class: "fault", role: "alert", hidden: true });
    this.link = textInput(t("events.link"), { maxlength: "500", hint: t("events.link.hint"), inputmode: "url" });
    this.kbps = textInput(t("events.kbps"), { maxlength: "6", hint: t("events.kbps.hint"), inputmode: "numeric" });
    this.screens = radios(t("events.screens"), ["EACH_SEAT", "ONE_DISPLAY"], "EACH_SEAT", "events.screens");
    this.rooms = roomsField(setting);
    this.answer = h("div", { class: "events-answer", tabindex: "-1", "aria-live": "polite" });
    this.checkButton = h("button", { class: "button", type: "button", onclick: () => this.check() }, t("events.check"));
    this.bookButton = h("button", { class: "button main", type: "submit" }, t("events.book"));
  }

  node() {
    const { schools, school } = this.setting;
    const zones = new Set(schools.map((one) => one.zone));
    const speed = (name) => h("button", { class: "chip-button", type: "button", onclick: () => (this.kbps.input.value = SPEEDS[name]) }, t(`events.kbps.${name}`));
    const form = h(
      "form",
      { class: "event-form", novalidate: true },
      h("div", { class: "event-part two" }, this.title.node, this.purpose.node),
      h(
        "fieldset",
        { class: "event-part" },
        h("legend", {}, t("events.when")),
        h("div", { class: "event-time" }, h("div", { class: "field" }, h("span", { class: "label", "aria-hidden": "true" }, t("form.day")), this.day.node), h("div", { class: "event-span" }, this.from.node, this.to.node)),
        zones.size > 1 && h("p", { class: "hint" }, t("events.zone", { school: school.name })),
        this.whenFault,
      ),
      h("fieldset", { class: "event-part" }, h("legend", {}, t("events.rooms")), this.rooms.node),
      h(
        "fieldset",
        { class: "event-part" },
        h("legend", {}, t("events.online")),
        h("div", { class: "event-part two" }, this.link.node, h("div", { class: "event-part" }, this.kbps.node, h("div", { class: "choices" }, Object.keys(SPEEDS).map(speed)))),
        this.screens.node,
      ),
      this.answer,
      h("div", { class: "event-go" }, this.checkButton, this.bookButton),
    );
    this.answer.addEventListener("keydown", (event) => {
      // Enter beside "against the rule" presses that button and not the one that books by the rules.
      if (event.key === "Enter" && event.target.matches(".override input")) {
        event.preventDefault();
        event.target.parentElement.querySelector("button").click();
      }
    });
    form.addEventListener("submit", (event) => (event.preventDefault(), this.book()));
    // What is asked for is another thing now; a reason that was given for the former does not carry over.
    form.addEventListener("change", () => (this.override = null));
    return form;
  }

  times() {
    const [from, to] = [this.from.value(), this.to.value()];
    const onMark = (time) => time !== null && Number(time.slice(3)) % MARK_MINUTES === 0;
    return onMark(from) && onMark(to) && from < to ? { start: at(this.day.value(), from, this.zone), end: at(this.day.value(), to, this.zone) } : null;
  }

  /** Says beside each field what is wrong, and goes to the first; true when nothing is. */
  fits() {
    const times = this.times();
    const kbps = this.kbps.input.value.trim();
    const whenWords = times === null ? t("events.fault.time") : times.end <= serverNow() ? t("events.fault.past") : "";
    this.whenFault.hidden = whenWords === "";
    show(this.whenFault, whenWords);
    const wrong = [
      this.title.tell(this.title.input.value.trim() === "" ? t("events.fault.name") : ""),
      whenWords === "" ? null : this.from.node.querySelector("input"),
      this.rooms.wrong(this.purpose.value()),
      this.link.tell(this.link.input.value.trim() === "" || /^https?:\/\/\S+$/i.test(this.link.input.value.trim()) ? "" : t("events.fault.link")),
      this.kbps.tell(kbps === "" || (/^\d+$/.test(kbps) && Number(kbps) <= MOST_KBPS) ? "" : t("events.fault.kbps")),
    ].find(Boolean);
    wrong?.focus();
    return !wrong;
  }

  wish() {
    const link = this.link.input.value.trim();
    const kbps = this.kbps.input.value.trim();
    return {
      title: this.title.input.value.trim(),
      purpose: this.purpose.value(),
      ...this.times(),
      ...(link ? { link } : {}),
      ...(kbps ? { kbpsPerClient: Number(kbps) } : {}),
      screens: this.screens.value(),
      ...(this.override ? { override: this.override } : {}),
      legs: this.rooms.legs(),
    };
  }

  async check() {
    await this.ask(this.checkButton, t("events.checking"), async (wish) => this.tell(wish, await checkEvent(wish)));
  }

  async book() {
    await this.ask(this.bookButton, t("events.booking"), async (wish) => {
      const said = await bookEvent(this.idFor(wish), wish);
      if (said.kept) {
        await this.onBooked(placedRooms(said.parts, wish, this.setting));
        return;
      }
      this.sent = null;
      this.tell(wish, said);
    });
  }

  /** Asking the same again after a lost answer must not book twice; asking for something else is another event. */
  idFor(wish) {
    const words = JSON.stringify(wish);
    if (this.sent?.words !== words) {
      this.sent = { words, id: freshBookingId() };
    }
    return this.sent.id;
  }

  async ask(button, waiting, act) {
    if (!this.fits()) {
      return;
    }
    const words = button.textContent;
    this.turn(false);
    show(button, waiting);
    try {
      await act(this.wish());
    } catch (problem) {
      show(this.answer, problemCard(problem));
      this.answer.focus();
    } finally {
      this.turn(true);
      show(button, words);
    }
  }

  turn(on) {
    this.checkButton.disabled = !on;
    this.bookButton.disabled = !on;
  }

  tell(wish, said) {
    const ways = {
      onSlot: (slot) => this.take(slot),
      onOverride: (reason) => ((this.override = reason), this.book()),
      onOneDisplay: () => (this.screens.choose("ONE_DISPLAY"), this.check()),
    };
    show(this.answer, fateOf(said, wish, this.setting, ways));
    this.answer.focus({ preventScroll: true });
    this.answer.scrollIntoView({ block: "nearest" });
    say(this.answer.querySelector(".notice-title").textContent);
  }

  /** One time for all rooms, and what they say to it. */
  take(slot) {
    const calendar = this.day.node.querySelector("input");
    calendar.value = dayOf(slot.start, this.zone);
    calendar.dispatchEvent(new Event("change", { bubbles: true }));
    this.from.node.querySelector("input").value = clock(slot.start, this.zone);
    this.to.node.querySelector("input").value = clock(slot.end, this.zone);
    return this.check();
  }
}

/** A field with a hint below; tell() shows what is wrong and answers the input then. */
function textInput(label, { maxlength, hint, inputmode }) {
  const id = freshId("event");
  const fault = h("p", { class: "fault", id: `${id}-fault`, hidden: true });
  const input = h("input", { type: "text", id, maxlength, inputmode, autocomplete: "off", "aria-describedby": `${id}-hint ${id}-fault` });
  const node = h("div", { class: "field" }, h("label", { for: id }, label), input, h("span", { class: "hint", id: `${id}-hint` }, hint), fault);
  const tell = (words) => {
    fault.hidden = words === "";
    show(fault, words);
    input.setAttribute("aria-invalid", String(words !== ""));
    return words === "" ? null : input;
  };
  return { node, input, tell };
}

function radios(label, values, first, group) {
  const name = freshId("event");
  const inputs = values.map((value) => h("input", { type: "radio", name, value, checked: value === first }));
  const node = h("fieldset", { class: "event-choice" }, h("legend", {}, label), h("div", { class: "choices" }, inputs.map((input) => h("label", {}, input, t(`${group}.${input.value}`)))));
  const choose = (value) => inputs.forEach((input) => (input.checked = input.value === value));
  return { node, choose, value: () => inputs.find((input) => input.checked).value };
}
