// Step three: what it will come to, asked of the controller before anything is promised. One lesson is held meanwhile, so that
// nobody else takes it; of a series every date tells its fate.

import { book, bookSeries, checkSeries, confirmHold, freshBookingId } from "../bookings.js";
import { get } from "../api.js";
import { h, icon, show } from "../dom.js";
import { t } from "../i18n.js";
import { byLabel, seatsInWords } from "../parts/names.js";
import { roomByOthers, tellOthers, warningsOf } from "../parts/making-room.js";
import { goodCard, problemCard, say } from "../parts/notice.js";
import { refusal } from "../parts/refusal.js";
import { clock, dayOf, shortDay, span } from "../time.js";
import { ruleOf } from "./class-rule.js";
import { seriesPreview } from "./class-series.js";
import { linkOf } from "../parts/lesson-link.js";

const HOLD_MINUTES = 5;

export async function lookStep(node, setting, wish, ways) {
  await new LookStep(node, setting, wish, ways).open();
}

class LookStep {
  constructor(node, { zone }, wish, ways) {
    Object.assign(this, { node, zone, wish, ways });
    this.id = freshBookingId();
  }

  async open() {
    show(this.node, h("p", { class: "soft" }, t("class.looking")));
    const seats = await get("/workstations", { lab: this.wish.lab.id });
    this.labels = new Map(seats.sort((a, b) => byLabel(a.label, b.label)).map((seat) => [seat.id, seat.label]));
    await (this.wish.repeat.weeks > 0 ? this.lookAtSeries() : this.lookAtOne());
  }

  get view() {
    return { zone: this.zone, labels: this.labels, day: this.wish.day };
  }

  common() {
    const { wish } = this;
    return { lab: wish.lab.id, group: wish.group.id, count: wish.count, features: wish.features, purpose: wish.purpose, ...(wish.label ? { label: wish.label } : {}), ...linkOf(wish) };
  }

  async lookAtOne(more = {}) {
    const { wish } = this;
    try {
      const held = await book(this.id, { ...this.common(), start: wish.start, end: wish.end, holdMinutes: HOLD_MINUTES, ...more });
      wish.held = held;
      const without = wish.group.size - held.workstations.length;
      show(
        this.node,
        h("div", { class: "class-result" }, icon("held"), h("div", {}, h("p", {}, h("strong", {}, `${shortDay(dayOf(held.slot.start, this.zone))}, ${span(held.slot.start, held.slot.end, this.zone)}`), ` · ${wish.lab.name}, ${seatsInWords(held.workstations, this.labels)}`), held.heldUntil && h("p", { class: "soft" }, t("class.held", { time: clock(held.heldUntil, this.zone) })), without > 0 && h("p", { class: "soft" }, t("class.without", { n: without })))),
        warningsOf(held.warnings),
        this.goRow(t("class.confirm"), () => this.keep()),
      );
    } catch (problem) {
      this.refused(problem, (override) => this.lookAtOne({ override }));
      const offer = await roomByOthers({ ...this.common(), start: wish.start, end: wish.end }, problem.details?.reasons ?? [], this.view, () => this.takeFromOthers());
      offer && this.node.querySelector(".refusal")?.after(offer);
    }
  }

  /** Others make room only for what is booked, never for a look. */
  async takeFromOthers() {
    const { wish } = this;
    try {
      const booking = await book(this.id, { ...this.common(), start: wish.start, end: wish.end, displace: true });
      this.done([booking], []);
      tellOthers(booking.displaced, this.view);
    } catch (problem) {
      this.refused(problem, null);
    }
  }

  async keep() {
    const { wish } = this;
    try {
      const booking = await confirmHold(wish.held);
      wish.held = null;
      this.done([booking], []);
    } catch (problem) {
      wish.held = null;
      this.id = freshBookingId();
      this.refused(problem, null, () => this.open());
    }
  }

  refused(problem, onOverride, retry = null) {
    const known = problem.details?.reasons || problem.details?.suggestions?.length > 0;
    const take = (slot) => {
      Object.assign(this.wish, { day: dayOf(slot.start, this.zone), start: Date.parse(slot.start), end: Date.parse(slot.end) });
      this.id = freshBookingId();
      this.ways.back(3);
    };
    show(this.node, known ? refusal(problem.details, this.view, { onSlot: take, onOverride }) : problemCard(problem, retry ?? (() => this.open())), problem.details?.faults?.map((fault) => h("p", { class: "fault" }, fault.text)), h("p", { class: "soft" }, t("class.kept")), h("div", { class: "class-go" }, h("button", { class: "button", type: "button", onclick: () => this.ways.back(2) }, t("class.back"))));
  }

  series() {
    const { wish, zone } = this;
    return { ...this.common(), rule: ruleOf(wish, zone), start: `${wish.day}T${clock(wish.start, zone)}`, end: `${wish.day}T${clock(wish.end, zone)}`, exceptions: wish.repeat.without, mode: wish.mode };
  }

  async lookAtSeries() {
    try {
      const said = await checkSeries({ ...this.series(), exceptions: [], mode: "EACH" });
      const preview = seriesPreview(said, this.wish, { ...this.view, onChange: () => this.updateGo() });
      this.preview = preview;
      this.go = h("div", {});
      show(this.node, preview.node, this.go);
      this.updateGo();
    } catch (problem) {
      this.refused(problem, null, () => this.open());
    }
  }

  updateGo() {
    const n = this.preview.count();
    show(this.go, this.goRow(t("class.confirm-series", { n }), () => this.sendSeries(), n === 0));
  }

  async sendSeries(more = {}) {
    try {
      const said = await bookSeries(this.id, { ...this.series(), ...more });
      if (!said.kept) {
        this.id = freshBookingId();
        show(this.node, h("div", { class: "notice bad", role: "alert" }, icon("stop"), h("div", {}, h("p", { class: "notice-title" }, t("class.none-placed")), h("p", {}, t("class.none-placed.next")))), seriesPreview(said, this.wish, { ...this.view, onChange: () => {} }).node, this.goRow(t("class.again"), () => this.open()));
        return;
      }
      this.done(said.placed, said.refused, said.words);
    } catch (problem) {
      this.refused(problem, (override) => this.sendSeries({ override }));
    }
  }

  goRow(text, act, disabled = false) {
    const button = h("button", { class: "button main big", type: "button", disabled }, text);
    button.addEventListener("click", async () => {
      button.disabled = true;
      show(button, t("form.sending"));
      await act();
    });
    return h("div", { class: "class-go" }, h("button", { class: "button", type: "button", onclick: () => this.ways.back(2) }, t("class.back")), button);
  }

  done(placed, refused, words = "") {
    const { wish, zone } = this;
    const links = h(
      "p",
      { class: "notice-actions" },
      h("a", { class: "button", href: `#/day?lab=${wish.lab.id}&day=${wish.day}` }, icon("day"), t("booked.day")),
      h("a", { class: "button", href: `#/week?lab=${wish.lab.id}&day=${wish.day}` }, icon("week"), t("week.nav")),
      h("button", { class: "button", type: "button", onclick: () => this.ways.again() }, icon("plus"), t("class.another")),
    );
    const line = (booking) => h("li", { class: "figures" }, `${shortDay(dayOf(booking.slot.start, zone))}, ${span(booking.slot.start, booking.slot.end, zone)}, ${seatsInWords(booking.workstations, this.labels)}`);
    show(this.node, goodCard(`${t("booked.title")}: ${wish.group.name}`, words && h("p", {}, words), h("ul", { class: "placed" }, placed.map(line)), links), refused.length > 0 && seriesPreview({ placed: [], refused, gaps: [] }, wish, { ...this.view, onChange: () => {}, onSlot: (slot, entry) => this.instead(slot, entry) }).node);
    say(t("booked.title"));
  }

  /** In place of a refused date, one by itself. */
  async instead(slot, entry) {
    try {
      const booking = await book(freshBookingId(), { ...this.common(), start: slot.start, end: slot.end });
      show(entry, icon("check"), `${shortDay(dayOf(booking.slot.start, this.zone))}, ${span(booking.slot.start, booking.slot.end, this.zone)}, ${seatsInWords(booking.workstations, this.labels)}`);
      say(t("booked.title"));
    } catch (problem) {
      show(entry, refusal(problem.details ?? { title: problem.message }, this.view, { onSlot: (other) => this.instead(other, entry) }));
    }
  }
}
