// One day of a room: seats down, hours across, by hand and by keys; and the same as a list to print.

import { bookingsOfLab } from "../bookings.js";
import { get, serverNow } from "../api.js";
import { closedWords, dayOfLab } from "../days.js";
import { h, icon, show } from "../dom.js";
import { t } from "../i18n.js";
import { openBooking } from "../parts/booking-dialog.js";
import { bookingList } from "../parts/booking-list.js";
import { dayStep } from "../parts/day-step.js";
import { labChoice, labsOf } from "../parts/lab-choice.js";
import { byLabel } from "../parts/names.js";
import { empty } from "../parts/notice.js";
import { at, dayOf, longDay, plusDays } from "../time.js";
import { dayActs } from "./day-acts.js";
import { dayBoard } from "./day-board.js";
import { byHand } from "./day-hand.js";
import { keysHelp } from "./day-help.js";
import { byKeys } from "./day-keys.js";
import { dayPaper } from "./day-paper.js";
import { keepFresh } from "./fresh.js";

export async function open(place) {
  const { labs, chosen } = await labsOf(place);
  if (!chosen) {
    show(place.root, place.heading(), empty("room", t("room.no-labs"), t("room.no-labs.next")));
    return;
  }
  await new DayPage(place, chosen).open(labs);
}

class DayPage {
  constructor(place, lab) {
    this.place = place;
    this.zone = place.school.zone;
    this.lab = lab;
    this.day = place.params.get("day") ?? dayOf(serverNow(), this.zone);
    this.line = h("div", { class: "day-line" });
    this.sheet = h("section", { class: "sheet day-sheet" });
    this.list = h("section", { class: "sheet room-day", "aria-label": t("day.list") });
    this.cursor = null;
    this.first = true;
  }

  async open(labs) {
    const onLab = (lab) => {
      this.lab = lab;
      this.first = true;
      this.reload();
    };
    show(this.place.root, this.place.heading(labChoice(labs, this.lab, onLab)), h("div", { class: "day-page" }, this.line, this.sheet, this.list));
    await this.reload();
    keepFresh(this.place.signal, {
      lab: () => this.lab,
      hasToday: () => this.day === dayOf(serverNow(), this.zone),
      read: () => this.read(),
      isBusy: () => this.hand?.isBusy() || this.keys?.isBusy() || document.querySelector("dialog[open]") !== null,
      take: (bookings) => this.draw(bookings),
      link: this.place.link,
    });
    if (this.place.params.has("booking")) {
      this.showBooking(this.place.params.get("booking"));
    }
  }

  go(day) {
    this.day = day;
    this.first = true;
    this.cursor = null;
    history.replaceState(null, "", `#/day?lab=${this.lab.id}&day=${day}`);
    return this.reload();
  }

  read() {
    return bookingsOfLab(this.lab.id, at(this.day, "00:00", this.zone), at(plusDays(this.day, 1), "00:00", this.zone));
  }

  async reload() {
    const { day, lab } = this;
    const [seats, bookings, live, plan] = await Promise.all([get("/workstations", { lab: lab.id }), this.read(), get(`/labs/${lab.id}/live`), dayOfLab(lab.id, day)]);
    if (day === this.day && lab === this.lab && !this.place.signal.aborted) {
      this.seats = seats.sort((a, b) => byLabel(a.label, b.label));
      this.lastContact = live.kiosk.lastContact;
      this.plan = plan;
      this.draw(bookings);
    }
  }

  /** Draws what was read; where one was in the board, and how far it was scrolled, stays. */
  draw(bookings) {
    const { day, lab, zone, seats } = this;
    const now = serverNow();
    const scrolled = this.board && !this.first ? [this.board.box.scrollLeft, this.board.box.scrollTop] : null;
    const hadFocus = this.board?.grid.contains(document.activeElement) ?? false;
    this.view = { place: this.place, lab, labName: lab.name, day, zone, now, seats, bookings, labels: new Map(seats.map((seat) => [seat.id, seat.label])), lastContact: this.lastContact, refresh: () => this.reload() };
    this.drawLine(now);
    if (seats.length === 0) {
      show(this.sheet, empty("room", t("room.no-labs"), t("room.no-labs.next")));
    } else {
      this.board = dayBoard({ lab, day, plan: this.plan, seats, bookings, zone, now });
      const acts = dayActs(this.board, this.view);
      const closed = closedWords(this.plan);
      show(this.sheet, closed && h("p", { class: "day-closed" }, icon("stop"), closed), this.board.box, h("p", { class: "hint", id: "day-hint" }, t("day.hint")));
      this.hand = byHand(this.board, acts);
      this.keys = byKeys(this.board, acts, { cursor: this.cursor, onCursor: (cursor) => (this.cursor = cursor), onDay: (days) => this.go(plusDays(this.day, days)), onHelp: keysHelp });
      scrolled ? this.board.box.scrollTo(...scrolled) : this.board.scrollToBegin();
      hadFocus && this.keys.focus();
      this.first = false;
    }
    show(
      this.list,
      h("div", { class: "sheet-head no-print" }, h("h2", {}, t("day.list")), h("span", { class: "soft" }, `${lab.name}, ${longDay(day)}`)),
      h("div", { class: "no-print" }, bookingList(bookings, { ...this.view, onOpen: (booking) => openBooking(booking, this.view), onCancelled: () => this.reload() })),
      dayPaper(bookings, this.view),
    );
  }

  drawLine(now) {
    const focused = this.line.contains(document.activeElement) ? [...this.line.querySelectorAll("a, button")].indexOf(document.activeElement) : -1;
    const { day, lab } = this;
    show(
      this.line,
      dayStep(day, dayOf(now, this.zone), (wanted) => this.go(wanted)),
      h("h2", {}, longDay(day)),
      h(
        "div",
        { class: "actions" },
        h("a", { class: "button", href: `#/week?lab=${lab.id}&day=${day}` }, icon("week"), t("week.nav")),
        h("a", { class: "button", href: `#/class?lab=${lab.id}&day=${day}` }, icon("group"), t("class.nav")),
        h("button", { class: "button square", type: "button", onclick: () => window.print(), "aria-label": t("print.day"), title: t("print.day") }, icon("print")),
        h("button", { class: "button square keys-button", type: "button", onclick: keysHelp, "aria-label": t("keys.title"), title: t("keys.title") }, "?"),
      ),
    );
    focused >= 0 && this.line.querySelectorAll("a, button")[focused]?.focus();
  }

  /** Leads to a booking that the address names. */
  showBooking(id) {
    const bar = this.board?.items().find((item) => item.booking?.id === id);
    if (bar) {
      this.keys.goTo(bar);
      bar.node.scrollIntoView({ block: "center", inline: "center" });
    }
  }
}
