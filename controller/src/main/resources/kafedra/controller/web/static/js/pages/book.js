// Booking seats: for whom, when, where, what for. What it will come to is shown beside the form before anything is sent.

import { get, serverNow } from "../api.js";
import { book, freshBookingId } from "../bookings.js";
import { dayOfLab } from "../days.js";
import { h, show } from "../dom.js";
import { t } from "../i18n.js";
import { labChoice, labsOf } from "../parts/lab-choice.js";
import { empty, problemCard, say } from "../parts/notice.js";
import { refusal } from "../parts/refusal.js";
import { dayOf } from "../time.js";
import { bookedCard, summary } from "./book-answer.js";
import { seatsField } from "./book-seats.js";
import { whatField } from "./book-what.js";
import { whenField } from "./book-when.js";
import { whoField } from "./book-who.js";
import { linkOf } from "../parts/lesson-link.js";

const LOOK_AFTER_MS = 250;
/** The controller takes a start that is up to 15 minutes past: a seat booked "now" has begun when the wish arrives. */
const LATEST_START_MS = 15 * 60_000;

export async function open(place) {
  const { labs, chosen } = await labsOf(place);
  if (!chosen) {
    show(place.root, place.heading(), empty("room", t("room.no-labs"), t("room.no-labs.next")));
    return;
  }
  await new BookingForm(place, labs, chosen).open();
}

class BookingForm {
  constructor(place, labs, lab) {
    this.place = place;
    this.zone = place.school.zone;
    this.labs = labs;
    this.lab = lab;
    this.wish = { who: null, group: false, count: 1, features: [], workstations: [], chosen: place.params.has("seat"), purpose: "SELF_STUDY", label: "", link: "" };
    this.wish.time = this.firstTime();
    this.aside = h("div", { class: "book-aside-body" });
    this.answer = h("div", { class: "book-answer", tabindex: "-1" });
    this.submit = h("button", { class: "button main big", type: "submit" }, t("form.submit"));
    this.when = whenField({ dayPlan: (day) => dayOfLab(this.lab.id, day), zone: this.zone, wish: this.wish, onChange: () => this.changed() });
    this.seats = seatsField({ zone: this.zone, wish: this.wish, onChange: () => this.changed() });
  }

  async open() {
    const seat = this.place.params.get("seat");
    if (seat) {
      this.wish.workstations = [seat];
    }
    const person = this.place.params.get("person");
    if (person) {
      this.wish.who = await get(`/people/${person}`);
    }
    const what = whatField({ wish: this.wish, onChange: () => this.changed() });
    const onWho = () => {
      this.seats.draw();
      what.draw();
      this.changed();
    };
    const who = whoField({ school: this.place.school.id, wish: this.wish, onChange: onWho });
    const form = h(
      "form",
      { class: "book", onsubmit: (event) => (event.preventDefault(), this.send()) },
      h("div", { class: "book-fields" }, who, this.when.node, this.seats.node, what.node),
      h("aside", { class: "sheet book-aside", "aria-labelledby": "summary" }, h("h2", { id: "summary" }, t("form.summary")), this.aside, this.submit, this.answer),
    );
    show(this.place.root, this.place.heading(labChoice(this.labs, this.lab, (lab) => this.move(lab))), form);
    await Promise.all([this.when.read(), this.seats.enter(this.lab)]);
    this.changed();
  }

  async move(lab) {
    this.lab = lab;
    this.wish.workstations = [];
    await Promise.all([this.when.read(), this.seats.enter(lab)]);
    this.changed();
  }

  /** The time the address names, or none yet. */
  firstTime() {
    const { params } = this.place;
    const start = params.get("start");
    const day = params.get("day") ?? dayOf(start ?? serverNow(), this.zone);
    return start ? { day, start, end: params.get("end") } : { day, start: null, end: null };
  }

  changed() {
    show(this.answer);
    this.draw();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), LOOK_AFTER_MS);
  }

  draw() {
    const gaps = this.gaps();
    show(this.aside, summary(this.wish, { lab: this.lab, zone: this.zone, labels: this.seats.labels(), room: this.room, gaps }));
    this.submit.disabled = gaps.length > 0 || this.sending === true;
  }

  /** What is still missing, as keys of texts. */
  gaps() {
    const { who, time, chosen, workstations } = this.wish;
    const gaps = [];
    if (!who) {
      gaps.push("form.missing.who");
    }
    if (!time.start || !time.end) {
      gaps.push("form.missing.time");
    } else if (time.start >= time.end) {
      gaps.push("form.bad-time");
    } else if (Date.parse(time.start) < serverNow() - LATEST_START_MS) {
      gaps.push("form.in-past");
    }
    if (chosen && workstations.length === 0) {
      gaps.push("form.missing.seats");
    }
    return gaps;
  }

  /** Asks how much room the slot has, and which seats are taken in it. */
  async look() {
    const { time, count, features, chosen } = this.wish;
    this.room = null;
    if (time.start && time.end && time.start < time.end) {
      try {
        const [rooms, taken] = await Promise.all([
          get("/free-seats", { school: this.place.school.id, from: time.start, to: time.end, count, features: features.join(",") }),
          chosen ? get(`/labs/${this.lab.id}/bookings`, { from: time.start, to: time.end }) : [],
        ]);
        this.room = rooms.find((room) => room.lab === this.lab.id) ?? null;
        this.seats.taken(taken);
      } catch (problem) {
        console.warn("the room of a slot is not known", problem.code);
      }
    } else {
      this.seats.taken([]);
    }
    this.draw();
  }

  async send(more = {}) {
    this.sending = true;
    this.submit.disabled = true;
    show(this.submit, t("form.sending"));
    const body = { ...this.request(), ...more };
    try {
      const booking = await book(this.idFor(body), body);
      this.sent = null;
      show(this.answer, bookedCard(booking, { zone: this.zone, labels: this.seats.labels() }));
      say(t("booked.title"));
    } catch (problem) {
      show(this.answer, this.refused(problem));
    } finally {
      this.sending = false;
      show(this.submit, t("form.submit"));
      this.answer.focus({ preventScroll: true });
      this.answer.scrollIntoView({ block: "nearest" });
      this.submit.disabled = this.gaps().length > 0;
    }
  }

  refused(problem) {
    const { details } = problem;
    const told = details?.reasons || details?.suggestions?.length > 0;
    const ways = { onSlot: (slot) => this.take(slot), onOverride: (override) => this.send({ override }) };
    return told ? refusal(details, { zone: this.zone, labels: this.seats.labels() }, ways) : problemCard(problem);
  }

  take(slot) {
    this.wish.time = { day: dayOf(slot.start, this.zone), start: slot.start, end: slot.end };
    this.when.read();
    this.changed();
    say(t("refused.chosen"));
    this.submit.focus();
  }

  request() {
    const { who, group, time, purpose, label, chosen, workstations, count, features } = this.wish;
    const seats = chosen ? { workstations } : { count, features };
    const whom = group ? { group: who.id } : { person: who.id };
    return { lab: this.lab.id, ...whom, ...seats, start: time.start, end: time.end, purpose, ...(label ? { label } : {}), ...linkOf(this.wish) };
  }

  /** The same wish keeps its id, so that asking again after a broken answer books once. */
  idFor(body) {
    const wish = JSON.stringify(body);
    if (this.sent?.wish !== wish) {
      this.sent = { wish, id: freshBookingId() };
    }
    return this.sent.id;
  }
}
