// The room as it stands: each seat at its place, told by shape, word and colour. Seats stay the same elements, so that a
// live change never takes the focus away.

import { h, icon, show } from "../dom.js";
import { t, word } from "../i18n.js";
import { clock, minutesUntil, millis } from "../time.js";
import { conditionClass, conditionIcon, conditionWord, featureIcons } from "./condition.js";
import { shortName } from "./names.js";

/** Minutes before the end when a seat begins to ask for attention. */
const SOON_MIN = 5;

/** The map of a live room; a seat that is chosen is given to onSeat. */
export function seatMap(onSeat) {
  const seats = new Map();
  const node = h("ul", { class: "seat-map", "aria-label": t("room.map") });

  const place = (live) => {
    const known = live.seats.map((seat) => seat.workstation).join();
    if (node.dataset.seats === known) {
      return;
    }
    node.dataset.seats = known;
    seats.clear();
    const left = Math.min(...live.seats.map((seat) => seat.column));
    const top = Math.min(...live.seats.map((seat) => seat.row));
    const columns = Math.max(...live.seats.map((seat) => seat.column)) - left + 1;
    node.style.setProperty("--columns", columns);
    show(
      node,
      [...live.seats].sort(byPlace).map((seat) => {
        const button = h("button", { type: "button", onclick: () => onSeat(seat.workstation) });
        seats.set(seat.workstation, button);
        return h("li", { vars: { "grid-row": seat.row - top + 1, "grid-column": seat.column - left + 1 } }, button);
      }),
    );
  };

  const update = (live, now, zone) => {
    place(live);
    for (const seat of live.seats) {
      const button = seats.get(seat.workstation);
      button.className = `seat ${conditionClass(seat.condition)} ${isSoon(seat, now) ? "soon" : ""}`;
      show(button, face(seat, now, zone));
    }
  };
  return { node, update };
}

const byPlace = (a, b) => a.row - b.row || a.column - b.column;
const isSoon = (seat, now) => seat.session && minutesUntil(seat.session.plannedEnd, now) <= SOON_MIN;

function face(seat, now, zone) {
  return [
    h(
      "span",
      { class: "seat-top" },
      h("strong", {}, h("span", { class: "unseen" }, `${t("seat")} `), seat.label),
      featureIcons(seat.features),
    ),
    seat.faults.length > 0 && h("span", { class: "seat-fault" }, icon("warn"), word("reported", seat.faults[0].kind), seat.faults.length > 1 && ` +${seat.faults.length - 1}`),
    h("span", { class: "seat-word" }, conditionIcon(seat.condition), h("span", {}, conditionWord(seat.condition))),
    seat.session && h("span", { class: "seat-left" }, t("minutes.short", { n: minutesUntil(seat.session.plannedEnd, now) })),
    seat.session && h("span", { class: "seat-name" }, seat.session.elsewhere && icon("warn", t("seat.elsewhere.short")), shortName(seat.session.person.name)),
    h("span", { class: "seat-next" }, nextText(seat, now, zone)),
    seat.session?.start && h("span", { class: "seat-bar", vars: { "--left": shareLeft(seat.session, now) } }),
  ];
}

function shareLeft(session, now) {
  const whole = millis(session.plannedEnd) - millis(session.start);
  return whole > 0 ? Math.min(1, Math.max(0, (millis(session.plannedEnd) - now) / whole)) : 0;
}

function nextText(seat, now, zone) {
  if (!seat.next) {
    return "";
  }
  const who = seat.next.group?.name ?? (seat.next.person ? shortName(seat.next.person.name) : "");
  return millis(seat.next.slot.start) <= now
    ? t("seat.booked-until", { time: clock(seat.next.slot.end, zone), who })
    : t("seat.booked-from", { time: clock(seat.next.slot.start, zone), who });
}
