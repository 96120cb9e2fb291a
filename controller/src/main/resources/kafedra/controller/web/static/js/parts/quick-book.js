// Booking what was drawn on the board: for whom and what for; when and where are there already and can be corrected.

import { book, check, freshBookingId } from "../bookings.js";
import { freshId, h, icon, show } from "../dom.js";
import { t, word } from "../i18n.js";
import { at, clock, dayOf, longDay } from "../time.js";
import { dialog } from "./dialog.js";
import { roomByOthers, tellOthers, warningsOf } from "./making-room.js";
import { seatsInWords } from "./names.js";
import { problemCard } from "./notice.js";
import { groupFinder, personFinder } from "./people-search.js";
import { purposeFor, purposesFor } from "./purposes.js";
import { refusal } from "./refusal.js";
import { timeField } from "./time-field.js";

const LOOK_AFTER_MS = 300;

/**
 * Asks for the rest and books.
 *
 * @param view place, lab, day, zone, labels, bookings, seats of the lab
 * @param drawn workstations, start, end
 * @param onBooked gets the booking
 */
export function quickBook(view, drawn, onBooked) {
  const { place, lab, zone } = view;
  const wish = { holder: drawn.workstations.length > 1 ? "group" : "person", who: null, workstations: drawn.workstations, start: drawn.start, end: drawn.end, label: "" };
  wish.purpose = purposeFor(wish.holder);
  const answer = h("div", { class: "book-answer", tabindex: "-1" });
  const look = h("div", { "aria-live": "polite" });
  const who = h("div", { class: "part-body" });
  const where = h("p", {});
  const submit = h("button", { class: "button main", type: "submit" }, t("form.submit"));
  let close = () => {};
  let timer;
  let asked = 0;
  let id = freshBookingId();

  const request = (more = {}) => ({ lab: lab.id, ...holderFields(wish), ...seatFields(wish), start: wish.start, end: wish.end, purpose: wish.holder !== "lab" && wish.who === null ? "OTHER" : wish.purpose, ...(wish.label ? { label: wish.label } : {}), ...more });
  const complete = () => wish.start < wish.end && (wish.holder === "lab" || wish.who !== null);
  const changed = () => {
    id = freshBookingId();
    show(answer);
    submit.disabled = !complete();
    drawWhere();
    clearTimeout(timer);
    timer = setTimeout(lookNow, LOOK_AFTER_MS);
  };
  const drawWhere = () => {
    const day = dayOf(wish.start, zone);
    const seats = wish.holder === "lab" ? t("seats.all", { n: view.seats.length }) : seatsInWords(wish.workstations, view.labels);
    const lacking = wish.holder === "group" && wish.who ? wish.who.size - wish.workstations.length : 0;
    show(where, h("strong", {}, seats), ` · ${lab.name}, ${longDay(day)}`, lacking > 0 && h("span", { class: "hint block" }, t("quick.lacking", { n: lacking, size: wish.who.size })));
  };
  const lookNow = async () => {
    asked += 1;
    const mine = asked;
    try {
      const said = await check(request());
      if (mine === asked) {
        show(look, said.possible ? [h("p", { class: "fine" }, icon("check"), t("plan.free")), warningsOf(said.warnings)] : await refused(said));
      }
    } catch (problem) {
      // The answer to the booking itself will tell; a look ahead that failed is no reason to stop anybody.
      console.warn("a look ahead was not answered", problem.code);
      show(look);
    }
  };
  const refused = async (details) => {
    const wished = request();
    const offer = complete() ? await roomByOthers(wished, details.reasons ?? [], refusalView(), () => send({ displace: true })) : null;
    return [refusal(details, refusalView(), { onSlot: take, onOverride: (override) => send({ override }) }), offer];
  };
  const refusalView = () => ({ zone, labels: view.labels, bookings: view.bookings, day: dayOf(wish.start, zone) });
  const take = (slot) => {
    [wish.start, wish.end] = [Date.parse(slot.start), Date.parse(slot.end)];
    drawTimes();
    changed();
    submit.focus();
  };
  const send = async (more = {}) => {
    submit.disabled = true;
    show(submit, t("form.sending"));
    try {
      const booking = await book(id, request(more));
      close();
      onBooked(booking);
      tellOthers(booking.displaced, refusalView());
    } catch (problem) {
      show(look);
      const told = problem.details?.reasons || problem.details?.suggestions?.length > 0;
      show(answer, told ? await refused(problem.details) : problemCard(problem));
      answer.focus();
    } finally {
      show(submit, t("form.submit"));
      submit.disabled = !complete();
    }
  };

  const times = h("div", { class: "own-time" });
  const drawTimes = () => {
    const day = dayOf(wish.start, zone);
    const change = () => {
      if (from.value() && to.value()) {
        [wish.start, wish.end] = [at(day, from.value(), zone), at(day, to.value(), zone)];
        changed();
      }
    };
    const from = timeField({ label: t("form.from"), value: clock(wish.start, zone), onChange: change });
    const to = timeField({ label: t("form.to"), value: clock(wish.end, zone), onChange: change });
    show(times, from.node, to.node);
  };
  const purpose = h("select", { id: freshId("purpose"), onchange: () => ((wish.purpose = purpose.value), changed()) });
  const drawPurposes = () => show(purpose, purposesFor(wish.holder).map((one) => h("option", { value: one, selected: one === wish.purpose }, word("purpose", one))));
  const pick = (picked) => {
    wish.who = picked;
    changed();
  };
  const drawWho = () => {
    const school = place.school.id;
    show(who, wish.holder === "person" ? personFinder(school, pick, wish.who) : wish.holder === "group" ? groupFinder(school, pick, wish.who) : h("p", { class: "hint" }, t("quick.lab.hint")));
  };
  const choose = (holder) => {
    Object.assign(wish, { holder, who: null, purpose: purposeFor(holder) });
    drawWho();
    drawPurposes();
    changed();
  };
  const label = h("input", { type: "text", id: freshId("label"), maxlength: "100", placeholder: t("form.label.hint"), oninput: () => (wish.label = label.value.trim()) });
  const name = freshId("holder");
  const radio = (holder) => h("label", {}, h("input", { type: "radio", name, checked: wish.holder === holder, onchange: () => choose(holder) }), t(`quick.${holder}`));
  const repeat = h("a", { class: "button quiet", href: "#", onclick: (event) => (event.preventDefault(), close(), goToClass(view, wish)) }, icon("repeat"), t("quick.repeat"));

  drawTimes();
  drawWho();
  drawPurposes();
  close = dialog(t("quick.title"), () => [
    h(
      "form",
      { class: "quick", onsubmit: (event) => (event.preventDefault(), complete() && send()) },
      where,
      times,
      h("fieldset", { class: "part-body" }, h("legend", {}, t("form.who")), h("div", { class: "choices" }, ["person", "group", "lab"].map(radio)), who),
      h("div", { class: "two" }, h("div", { class: "field" }, h("label", { for: purpose.id }, t("form.purpose")), purpose), h("div", { class: "field" }, h("label", { for: label.id }, t("form.label")), label)),
      look,
      answer,
      h("div", { class: "dialog-actions" }, repeat, submit),
    ),
  ], { kind: "roomy" });
  changed();
  document.querySelector("dialog[open] [role=combobox]")?.focus();
}

const holderFields = ({ holder, who }) => (holder === "lab" || who === null ? {} : { [holder]: who.id });
const seatFields = ({ holder, workstations }) => (holder === "lab" ? { wholeLab: true } : { workstations });

function goToClass(view, wish) {
  const day = dayOf(wish.start, view.zone);
  const group = wish.holder === "group" && wish.who ? `&group=${wish.who.id}` : "";
  location.hash = `#/class?lab=${view.lab.id}&day=${day}&from=${clock(wish.start, view.zone)}&to=${clock(wish.end, view.zone)}&count=${wish.workstations.length}${group}`;
}

/** It is booked, in one line for the toast. */
export const bookedWords = (booking, { zone, labels }) =>
  `${t("booked.title")}: ${booking.person?.name ?? booking.group?.name ?? (booking.label || t("holder.lab"))}, ${clock(booking.slot.start, zone)}–${clock(booking.slot.end, zone)}, ${seatsInWords(booking.workstations, labels)}.`;

