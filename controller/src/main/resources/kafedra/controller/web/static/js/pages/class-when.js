// Step two: room, day, lesson, seats, and whether it repeats. Every lesson says how many seats it has free, so that a shortage is
// seen before anything is asked.

import { bookingsOfLab } from "../bookings.js";
import { get, serverNow } from "../api.js";
import { closedWords, dayOfLab } from "../days.js";
import { freshId, h, icon, show } from "../dom.js";
import { t, word } from "../i18n.js";
import { ALL_FEATURES } from "../parts/condition.js";
import { dayStep } from "../parts/day-step.js";
import { keepLab } from "../parts/lab-choice.js";
import { problemCard } from "../parts/notice.js";
import { timeField } from "../parts/time-field.js";
import { bookableFrom, freeSeats } from "../schedule.js";
import { at, clock, dayOf, longDay, plusDays, span } from "../time.js";
import { repeatField, repeatWords } from "./class-rule.js";

const MOST_SEATS = 100;

export async function whenStep(node, setting, wish, onDone) {
  await new WhenStep(node, setting, wish, onDone).open();
}

class WhenStep {
  constructor(node, { place, zone, labs }, wish, onDone) {
    Object.assign(this, { node, place, zone, labs, wish, onDone, seats: [], bookings: [], plan: null });
    this.day = h("div", { class: "day-line" });
    this.lessons = h("div", { "aria-live": "off" });
    this.own = h("div", { class: "own-time" });
    this.verdict = h("div", { class: "class-verdict", "aria-live": "polite" });
    this.needs = h("div", { class: "class-fields" });
    this.next = h("button", { class: "button main big", type: "submit" }, t("class.next"));
    this.repeat = repeatField(wish, () => this.judge());
  }

  async open() {
    const name = freshId("lab");
    const lab = (one) => h("label", {}, h("input", { type: "radio", name, checked: one.id === this.wish.lab.id, onchange: () => this.move(one) }), one.name, h("span", { class: "small" }, t("seats.n", { n: one.seats })));
    const form = h(
      "form",
      { class: "class-form", onsubmit: (event) => (event.preventDefault(), this.gap() === null && this.onDone()) },
      this.labs.length > 1 && h("fieldset", { class: "part-body" }, h("legend", {}, t("lab")), h("div", { class: "choices" }, this.labs.map(lab))),
      h("fieldset", { class: "part-body" }, h("legend", {}, t("form.when")), this.day, this.lessons, this.own),
      h("fieldset", { class: "part-body" }, h("legend", {}, t("form.seats")), this.needs),
      this.repeat.node,
      this.verdict,
      h("div", { class: "class-go" }, this.next),
    );
    show(this.node, form);
    await this.read();
  }

  move(lab) {
    keepLab(lab);
    this.wish.lab = lab;
    this.read();
  }

  async read() {
    const { lab, day } = this.wish;
    try {
      const [plan, seats, bookings] = await Promise.all([dayOfLab(lab.id, day), get("/workstations", { lab: lab.id }), bookingsOfLab(lab.id, at(day, "00:00", this.zone), at(plusDays(day, 1), "00:00", this.zone))]);
      if (lab === this.wish.lab && day === this.wish.day) {
        Object.assign(this, { plan, seats, bookings: bookings.filter((one) => one.id !== this.wish.held?.id) });
        this.draw();
      }
    } catch (problem) {
      show(this.verdict, problemCard(problem, () => this.read()));
    }
  }

  draw() {
    this.drawDay();
    this.drawLessons();
    this.drawOwn();
    this.drawNeeds();
    this.repeat.draw();
    this.judge();
  }

  drawDay() {
    const { day, start, end } = this.wish;
    const go = (wanted) => {
      const keep = (time) => (time === null ? null : at(wanted, clock(time, this.zone), this.zone));
      Object.assign(this.wish, { day: wanted, start: keep(start), end: keep(end) });
      this.read();
    };
    show(this.day, dayStep(day, dayOf(serverNow(), this.zone), go), h("strong", {}, longDay(day)));
  }

  /** How many seats with what is needed are free through a time. */
  free(start, end) {
    return freeSeats(this.seats, this.bookings, start, end).filter((seat) => this.wish.features.every((one) => seat.features.includes(one))).length;
  }

  drawLessons() {
    const { wish, zone } = this;
    const name = freshId("lesson");
    const now = serverNow();
    const { lessons } = this.plan;
    const choice = ({ lesson, start, end }) => {
      const free = this.free(start, end);
      const fits = free >= wish.count;
      const take = () => {
        Object.assign(wish, { start: bookableFrom(start, now), end });
        this.drawOwn();
        this.judge();
      };
      const past = end <= now;
      return h(
        "label",
        { class: fits ? "fits" : "short" },
        h("input", { type: "radio", name, checked: wish.end === end && wish.start === bookableFrom(start, now), disabled: past, onchange: take }),
        h("span", {}, t("form.lesson", { n: lesson })),
        h("span", { class: "figures small" }, span(start, end, zone)),
        h("span", { class: "small lesson-free" }, past ? t("day.cell.past") : [icon(fits ? "check" : "warn"), t("class.free", { n: free })]),
      );
    };
    show(this.lessons, lessons.length > 0 ? h("div", { class: "choices lessons class-lessons" }, lessons.map(choice)) : h("p", { class: "hint" }, closedWords(this.plan) || t("form.no-bells")));
  }

  drawOwn() {
    const { wish, zone } = this;
    const value = (time) => (time === null ? null : clock(time, zone));
    const change = () => {
      const instant = (field) => (field.value() ? at(wish.day, field.value(), zone) : null);
      Object.assign(wish, { start: instant(from), end: instant(to) });
      this.drawLessons();
      this.judge();
    };
    const from = timeField({ label: t("form.from"), value: value(wish.start), onChange: change });
    const to = timeField({ label: t("form.to"), value: value(wish.end), onChange: change });
    show(this.own, from.node, to.node);
  }

  drawNeeds() {
    const { wish } = this;
    const count = h("input", { type: "number", id: freshId("count"), min: "1", max: String(MOST_SEATS), value: String(wish.count) });
    count.addEventListener("input", () => {
      wish.count = Math.min(MOST_SEATS, Math.max(1, Math.trunc(Number(count.value)) || 1));
      this.drawLessons();
      this.judge();
    });
    const tick = (feature) => {
      const change = (event) => {
        wish.features = event.target.checked ? [...wish.features, feature] : wish.features.filter((one) => one !== feature);
        this.drawLessons();
        this.judge();
      };
      return h("label", { class: "tick" }, h("input", { type: "checkbox", checked: wish.features.includes(feature), onchange: change }), icon(feature.toLowerCase()), word("feature", feature));
    };
    const offered = ALL_FEATURES.filter((feature) => this.seats.some((seat) => seat.features.includes(feature)));
    show(
      this.needs,
      h("div", { class: "field count" }, h("label", { for: count.id }, t("form.count")), count, h("span", { class: "hint" }, t("class.size", { n: wish.group?.size ?? 0 }))),
      offered.length > 0 && h("div", { class: "field" }, h("span", { class: "label" }, t("form.features")), h("div", { class: "ticks" }, offered.map(tick))),
    );
  }

  gap() {
    const { start, end } = this.wish;
    if (start === null || end === null) {
      return "form.missing.time";
    }
    return start >= end ? "form.bad-time" : null;
  }

  /** Says what is missing, or how far the seats reach, and what would reach further. */
  judge() {
    const gap = this.gap();
    this.next.disabled = gap !== null;
    if (gap !== null) {
      show(this.verdict, h("p", { class: "hint" }, t("form.missing", { what: t(gap) })));
      return;
    }
    const { start, end, count, group } = this.wish;
    const free = this.free(start, end);
    if (free >= count) {
      const without = (group?.size ?? 0) - count;
      show(this.verdict, h("p", { class: "fine" }, icon("check"), t("class.enough", { n: count, free })), without > 0 && h("p", { class: "hint" }, t("class.without", { n: without })));
      return;
    }
    show(this.verdict, this.shortage(free, count));
  }

  shortage(free, count) {
    const ways = [];
    if (free > 0) {
      ways.push(this.way(t("class.take-free", { n: free }), () => ((this.wish.count = free), this.draw())));
    }
    const lesson = this.plan.lessons.find((one) => one.start > serverNow() && this.free(one.start, one.end) >= count);
    if (lesson) {
      const time = span(lesson.start, lesson.end, this.zone);
      ways.push(this.way(t("class.other-lesson", { n: lesson.lesson, time }), () => (Object.assign(this.wish, { start: lesson.start, end: lesson.end }), this.draw())));
    }
    const larger = this.labs.find((lab) => lab.id !== this.wish.lab.id && lab.seats >= count);
    if (larger) {
      ways.push(this.way(t("class.other-lab", { name: larger.name, n: larger.seats }), () => (this.move(larger), this.open())));
    }
    const inTheRoom = this.seats.filter((seat) => seat.service === "IN_SERVICE").length;
    const why = count > inTheRoom ? t("class.too-small", { n: inTheRoom, wanted: count }) : t("form.not-enough", { n: free, all: this.seats.length, wanted: count });
    return h("div", { class: "notice honey" }, icon("warn"), h("div", {}, h("p", { class: "notice-title" }, why), ways.length > 0 && h("p", { class: "notice-actions" }, ways)));
  }

  way(text, act) {
    return h("button", { class: "chip-button", type: "button", onclick: act }, text);
  }
}

export function whenWords(wish, { zone }) {
  const time = wish.start !== null && wish.end !== null ? span(wish.start, wish.end, zone) : "";
  return [longDay(wish.day), time, repeatWords(wish), wish.lab.name, t("seats.n", { n: wish.count }), ...wish.features.map((one) => word("feature", one))].filter(Boolean).join(" · ");
}

