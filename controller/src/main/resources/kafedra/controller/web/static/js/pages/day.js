// One day of a room: seats down, hours across, and the same as a list to print.

import { get, serverNow } from "../api.js";
import { h, icon, show } from "../dom.js";
import { t } from "../i18n.js";
import { bookingList } from "../parts/booking-list.js";
import { dayStep } from "../parts/day-step.js";
import { labChoice, labsOf } from "../parts/lab-choice.js";
import { byLabel } from "../parts/names.js";
import { empty } from "../parts/notice.js";
import { at, dayOf, longDay, plusDays, toInstant, weekday } from "../time.js";
import { dayGrid } from "./day-grid.js";

const REDRAW_MS = 60_000;

export async function open(place) {
  const { labs, chosen } = await labsOf(place);
  if (!chosen) {
    show(place.root, place.heading(), empty("room", t("room.no-labs"), t("room.no-labs.next")));
    return;
  }
  const zone = place.school.zone;
  const bells = await get("/bells", { school: place.school.id });
  let lab = chosen;
  let day = place.params.get("day") ?? dayOf(serverNow(), zone);
  const body = h("div", { class: "day-page" });
  const refresh = async () => show(body, await drawDay({ place, lab, day, bells, onDay, refresh }));
  const onDay = (wanted) => {
    day = wanted;
    refresh();
  };
  const onLab = (wanted) => {
    lab = wanted;
    refresh();
  };
  show(place.root, place.heading(labChoice(labs, lab, onLab)), body);
  await refresh();
  // Redrawn only when nobody is moving about in it with the keyboard.
  const timer = setInterval(() => body.contains(document.activeElement) || document.querySelector("dialog[open]") || refresh(), REDRAW_MS);
  place.signal.addEventListener("abort", () => clearInterval(timer));
}

async function drawDay({ place, lab, day, bells, onDay, refresh }) {
  const zone = place.school.zone;
  const from = at(day, "00:00", zone);
  const to = at(plusDays(day, 1), "00:00", zone);
  const [seats, bookings, live] = await Promise.all([
    get("/workstations", { lab: lab.id }),
    get(`/labs/${lab.id}/bookings`, { from: toInstant(from), to: toInstant(to) }),
    get(`/labs/${lab.id}/live`),
  ]);
  seats.sort((a, b) => byLabel(a.label, b.label));
  const now = serverNow();
  const labels = new Map(seats.map((seat) => [seat.id, seat.label]));
  const lessons = bells.filter((bell) => bell.day === weekday(day));
  const view = { zone, now, labels, lastContact: live.kiosk.lastContact, onCancelled: refresh };
  return [
    h("div", { class: "day-line" }, dayStep(day, dayOf(now, zone), onDay), h("h2", {}, longDay(day)), printButton()),
    h(
      "section",
      { class: "sheet day-sheet", "aria-label": t("day.grid") },
      seats.length > 0
        ? dayGrid({ lab, day, seats, bookings, lessons, rules: place.school.rules, zone, now, view })
        : empty("room", t("room.no-labs"), t("room.no-labs.next")),
      h("p", { class: "hint" }, t("day.hint")),
    ),
    h(
      "section",
      { class: "sheet room-day", "aria-labelledby": "day-list" },
      h("div", { class: "sheet-head" }, h("h2", { id: "day-list" }, t("day.list")), h("span", { class: "soft" }, `${lab.name}, ${longDay(day)}`)),
      bookingList(bookings, view),
    ),
  ];
}

function printButton() {
  return h("button", { class: "button", type: "button", onclick: () => window.print() }, icon("print"), t("print.day"));
}
