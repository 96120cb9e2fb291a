// A week of a room: days across, time down. Groups stand as blocks, people of one lesson as one block; a gauge at each lesson
// tells how full the room is. A block goes to another day by hand or by keys; a stretch drawn on a day becomes a class.

import { bookingsOfLab } from "../bookings.js";
import { get, serverNow } from "../api.js";
import { daysOf } from "../days.js";
import { h, icon, show } from "../dom.js";
import { t } from "../i18n.js";
import { dayStep } from "../parts/day-step.js";
import { labChoice, labsOf } from "../parts/lab-choice.js";
import { byLabel } from "../parts/names.js";
import { empty } from "../parts/notice.js";
import { at, dayOf, dayWithMonth, longDay, plusDays, weekday, weekdayAndDay } from "../time.js";
import { keepFresh } from "./fresh.js";
import { weekActs } from "./week-acts.js";
import { weekBoard } from "./week-board.js";
import { weekByHand } from "./week-hand.js";
import { weekByKeys } from "./week-keys.js";

const NAMES = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
const SWIPE_PX = 60;

export async function open(place) {
  const { labs, chosen } = await labsOf(place);
  if (!chosen) {
    show(place.root, place.heading(), empty("room", t("room.no-labs"), t("room.no-labs.next")));
    return;
  }
  await new WeekPage(place, chosen).open(labs);
}

class WeekPage {
  constructor(place, lab) {
    this.place = place;
    this.zone = place.school.zone;
    this.lab = lab;
    this.day = place.params.get("day") ?? dayOf(serverNow(), this.zone);
    this.line = h("div", { class: "day-line" });
    this.sheet = h("section", { class: "sheet day-sheet week-sheet" });
    this.cursor = null;
    this.first = true;
  }

  async open(labs) {
    const onLab = (lab) => {
      this.lab = lab;
      this.first = true;
      this.reload();
    };
    show(this.place.root, this.place.heading(labChoice(labs, this.lab, onLab)), h("div", { class: "day-page" }, this.line, this.sheet));
    this.swipes();
    await this.reload();
    keepFresh(this.place.signal, {
      lab: () => this.lab,
      hasToday: () => mondayOf(dayOf(serverNow(), this.zone)) === this.monday,
      read: () => this.read(),
      isBusy: () => this.hand?.isBusy() || this.keys?.isBusy() || document.querySelector("dialog[open]") !== null,
      take: (bookings) => this.draw(bookings),
      link: this.place.link,
    });
  }

  get monday() {
    return mondayOf(this.day);
  }

  go(day) {
    const sameWeek = mondayOf(day) === this.monday;
    this.day = day;
    this.cursor = null;
    history.replaceState(null, "", `#/week?lab=${this.lab.id}&day=${day}`);
    if (sameWeek && this.bookings) {
      this.draw(this.bookings);
      return;
    }
    this.first = true;
    this.reload();
  }

  read() {
    return bookingsOfLab(this.lab.id, at(this.monday, "00:00", this.zone), at(plusDays(this.monday, 7), "00:00", this.zone));
  }

  async reload() {
    const { lab, monday } = this;
    const [seats, bookings, plans] = await Promise.all([get("/workstations", { lab: lab.id }), this.read(), daysOf(lab.id, monday, 7)]);
    if (lab === this.lab && monday === this.monday && !this.place.signal.aborted) {
      this.plans = plans;
      this.seats = seats.sort((a, b) => byLabel(a.label, b.label));
      this.draw(bookings);
    }
  }

  draw(bookings) {
    const { lab, zone, seats, monday } = this;
    this.bookings = bookings;
    const now = serverNow();
    const scrolled = this.board && !this.first ? this.board.box.scrollTop : null;
    const hadFocus = this.board?.box.contains(document.activeElement) ?? false;
    const days = this.plans.map((plan) => ({ day: plan.date, plan })).filter(({ day, plan }, index) => index < 6 || plan.open || day === this.day || bookings.some((one) => dayOf(one.slot.start, zone) === day));
    const labels = new Map(seats.map((seat) => [seat.id, seat.label]));
    this.drawLine(now);
    this.board = weekBoard({ lab, days, seats, bookings, zone, now, shown: this.day, labels });
    const acts = weekActs(this.board, { place: this.place, lab, labName: lab.name, zone, now, seats, bookings, labels, refresh: () => this.reload() });
    this.hand = weekByHand(this.board, acts);
    this.keys = weekByKeys(this.board, acts, { cursor: this.cursor, onCursor: (cursor) => (this.cursor = cursor), onWeek: (weeks) => this.go(plusDays(this.day, 7 * weeks)) });
    show(this.sheet, this.tabs(days, now), this.board.box, h("p", { class: "hint" }, t("week.hint")));
    scrolled === null ? this.board.scrollToBegin() : (this.board.box.scrollTop = scrolled);
    hadFocus && this.keys.focus();
    this.first = false;
  }

  /** On a phone one day stands at a time, and these lead to the others. */
  tabs(days, now) {
    const today = dayOf(now, this.zone);
    return h(
      "div",
      { class: "week-tabs", role: "group", "aria-label": t("form.day") },
      days.map(({ day }) => h("button", { class: "chip-button", type: "button", "aria-pressed": String(day === this.day), onclick: () => this.go(day) }, h("span", {}, weekdayAndDay(day)), h("span", { class: "unseen" }, longDay(day)), day === today && h("span", { class: "week-dot", "aria-hidden": "true" }))),
    );
  }

  swipes() {
    let from = null;
    this.sheet.addEventListener("touchstart", (event) => (from = event.touches[0]), { passive: true });
    this.sheet.addEventListener("touchend", (event) => {
      const to = event.changedTouches[0];
      const [dx, dy] = [to.clientX - (from?.clientX ?? to.clientX), to.clientY - (from?.clientY ?? to.clientY)];
      if (window.matchMedia("(max-width: 720px)").matches && Math.abs(dx) > SWIPE_PX && Math.abs(dx) > 2 * Math.abs(dy) && !this.hand?.isBusy()) {
        this.go(plusDays(this.day, dx < 0 ? 1 : -1));
      }
      from = null;
    }, { passive: true });
  }

  drawLine(now) {
    const { lab, day, monday } = this;
    const focused = this.line.contains(document.activeElement) ? [...this.line.querySelectorAll("a, button")].indexOf(document.activeElement) : -1;
    show(
      this.line,
      dayStep(day, dayOf(now, this.zone), (wanted) => this.go(wanted), 7),
      h("h2", {}, t("week.of", { from: dayWithMonth(monday), to: dayWithMonth(plusDays(monday, 6)) })),
      h(
        "div",
        { class: "actions" },
        h("a", { class: "button", href: `#/day?lab=${lab.id}&day=${day}` }, icon("day"), t("day.nav")),
        h("a", { class: "button", href: `#/class?lab=${lab.id}&day=${day}` }, icon("group"), t("class.nav")),
      ),
    );
    focused >= 0 && this.line.querySelectorAll("a, button")[focused]?.focus();
  }
}

const mondayOf = (day) => plusDays(day, -NAMES.indexOf(weekday(day)));
