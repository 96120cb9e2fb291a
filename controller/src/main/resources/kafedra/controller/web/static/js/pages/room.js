// The room now. Everything on it changes by itself; nothing is ever reloaded.

import { get, serverNow } from "../api.js";
import { h, icon, show } from "../dom.js";
import { t, word } from "../i18n.js";
import { follow } from "../live.js";
import { bookingList } from "../parts/booking-list.js";
import { callList } from "../parts/call-list.js";
import { conditionClass, conditionIcon, conditionWord } from "../parts/condition.js";
import { feedButton } from "../parts/feed-link.js";
import { labChoice, labsOf } from "../parts/lab-choice.js";
import { empty } from "../parts/notice.js";
import { queueList } from "../parts/queue-list.js";
import { seatMap } from "../parts/seat-map.js";
import { age, clock, dayOf, longDay, millis } from "../time.js";
import { seatPanel } from "./seat-panel.js";

const REDRAW_MS = 10_000;
const CONDITIONS = ["FREE", "IN_USE", "HELD", "OUT_OF_SERVICE", "UNKNOWN"];

export async function open(place) {
  const { labs, chosen } = await labsOf(place);
  if (!chosen) {
    show(place.root, place.heading(), empty("room", t("room.no-labs"), t("room.no-labs.next")));
    return;
  }
  const body = h("div", { class: "room" });
  let end = new AbortController();
  const book = h("a", { class: "button main" }, icon("book"), t("book.nav"));
  const enter = async (lab) => {
    end.abort();
    book.href = `#/book?lab=${lab.id}`;
    end = new AbortController();
    await watch(place, lab, body, AbortSignal.any([place.signal, end.signal]));
  };
  show(place.root, place.heading(labChoice(labs, chosen, enter), book), body);
  await enter(chosen);
}

/** Shows a room until it is left. */
async function watch(place, lab, body, signal) {
  const zone = place.school.zone;
  let live = await get(`/labs/${lab.id}/live`);
  if (signal.aborted) {
    return;
  }
  let panel = null;
  const openSeat = (workstation) => {
    panel = seatPanel({ place, lab, find: () => live.seats.find((one) => one.workstation === workstation), onClosed: () => (panel = null) });
  };
  const map = seatMap(openSeat);
  const facts = h("div", { class: "facts" });
  const legend = h("ul", { class: "legend", "aria-label": t("room.legend") });
  const list = h("div", {});
  const queue = queueList(lab, zone);
  const calls = callList(lab);
  const draw = () => {
    const now = serverNow();
    keepFocus(calls.list, () => calls.update(live, now));
    map.update(live, now, zone);
    show(facts, factsOf(live, now, zone));
    show(legend, legendOf(live));
    keepFocus(queue.list, () => queue.update(live, now));
    const labels = new Map(live.seats.map((seat) => [seat.workstation, seat.label]));
    keepFocus(list, () => show(list, bookingList(today(live, now), { zone, now, labels, lastContact: live.kiosk.lastContact, onCancelled: () => {} })));
    panel?.refresh();
  };
  const take = (fresh) => {
    live = fresh;
    draw();
  };
  show(
    body,
    calls.node,
    facts,
    h("section", { class: "sheet room-map", "aria-label": lab.name }, map.node, legend),
    queue.node,
    h(
      "section",
      { class: "sheet room-day", "aria-labelledby": "today" },
      h(
        "div",
        { class: "sheet-head" },
        h("h2", { id: "today" }, t("room.today")),
        h("span", { class: "soft print-only" }, `${lab.name}, ${longDay(dayOf(serverNow(), zone))}`),
        h(
          "div",
          { class: "actions" },
          feedButton({ lab: lab.id }, lab.name, zone),
          h("button", { class: "button quiet square", type: "button", onclick: () => window.print(), "aria-label": t("print.day"), title: t("print.day") }, icon("print")),
        ),
      ),
      list,
    ),
  );
  draw();
  const unfollow = follow(`/labs/${lab.id}/live/events`, "live", take, place.link);
  const timer = setInterval(draw, REDRAW_MS);
  signal.addEventListener("abort", () => {
    unfollow();
    clearInterval(timer);
  });
}

/** Those that run or come first, then the past ones. */
function today(live, now) {
  const ahead = live.bookings.filter((booking) => millis(booking.slot.end) > now);
  const past = live.bookings.filter((booking) => millis(booking.slot.end) <= now);
  return [...ahead, ...past];
}

function factsOf(live, now, zone) {
  const free = live.seats.filter((seat) => seat.condition === "FREE").length;
  const heard = live.kiosk.reach === "ONLINE";
  return [
    fact("free", t("room.free"), [h("strong", {}, free), " ", t("room.of", { n: live.seats.length })]),
    fact("queue", t("room.waiting"), h("strong", {}, live.waiting)),
    h(
      "div",
      { class: `fact ${heard ? "" : "bad"}` },
      icon(heard ? "kiosk" : "no-link"),
      h(
        "div",
        {},
        h("span", { class: "fact-name" }, word("kiosk.reach", live.kiosk.reach)),
        h("span", { class: "fact-value" }, live.kiosk.lastContact ? t(heard ? "room.contact" : "room.contact.lost", { age: age(live.kiosk.lastContact, now) }) : t("room.contact.never")),
      ),
    ),
    h("div", { class: "fact clock" }, icon("clock"), h("div", {}, h("span", { class: "fact-name" }, longDay(dayOf(now, zone))), h("span", { class: "fact-value figures" }, h("strong", {}, clock(now, zone))))),
  ];
}

function fact(pictogram, name, value) {
  return h("div", { class: "fact" }, icon(pictogram), h("div", {}, h("span", { class: "fact-name" }, name), h("span", { class: "fact-value figures" }, value)));
}

function legendOf(live) {
  return CONDITIONS.map((condition) => {
    const count = live.seats.filter((seat) => seat.condition === condition).length;
    return count > 0 && h("li", { class: conditionClass(condition) }, conditionIcon(condition), `${conditionWord(condition)}: ${count}`);
  });
}

/** Redraws a list and gives the focus back to the button of the same name. */
function keepFocus(node, redraw) {
  const name = node.contains(document.activeElement) ? document.activeElement.getAttribute("aria-label") : null;
  redraw();
  if (name) {
    [...node.querySelectorAll("button")].find((button) => button.getAttribute("aria-label") === name)?.focus();
  }
}
