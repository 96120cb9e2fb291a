// Where in the district the next seat is free: for whoever stands before a full room.

import { get, serverNow } from "../api.js";
import { h, icon, show } from "../dom.js";
import { t, word } from "../i18n.js";
import { clock, minutesUntil } from "../time.js";
import { problemCard } from "./notice.js";

const ASK_AGAIN_MS = 60_000;
const MOST = 8;

/**
 * A fold with other rooms, the soonest first. It opens by itself when this room has become full.
 *
 * @returns its node, and what tells it how this room is
 */
export function freeElsewhere(lab, zone) {
  const list = h("div", {});
  const node = h("details", { class: "free-elsewhere" }, h("summary", {}, t("elsewhere.title")), list);
  let askedAt = 0;
  let wasFull = false;

  const ask = async (now) => {
    askedAt = now;
    try {
      const places = (await get("/next-free-seats")).filter((place) => place.lab !== lab.id);
      show(list, placeList(places, zone, now));
    } catch (problem) {
      show(list, problemCard(problem));
    }
  };
  const update = (live, now) => {
    const full = live.seats.length > 0 && live.seats.every((seat) => seat.condition !== "FREE");
    if (full && !wasFull) {
      node.open = true;
    }
    wasFull = full;
    if (node.open && now - askedAt >= ASK_AGAIN_MS) {
      ask(now);
    }
  };
  node.addEventListener("toggle", () => node.open && ask(serverNow()));
  return { node, update };
}

function placeList(places, zone, now) {
  if (places.length === 0) {
    return h("p", { class: "soft" }, t("elsewhere.none"));
  }
  return h("ul", { class: "elsewhere-list" }, places.slice(0, MOST).map((place) => placeRow(place, zone, now)));
}

function placeRow(place, zone, now) {
  const wait = minutesUntil(place.at, now);
  const when = wait <= 1 ? t("elsewhere.now") : t("elsewhere.in", { n: wait, time: clock(place.at, zone) });
  return h(
    "li",
    {},
    h("span", { class: "elsewhere-place" }, h("strong", {}, place.schoolName), h("span", { class: "soft block" }, [place.name, place.village].filter(Boolean).join(", "))),
    h(
      "span",
      { class: "elsewhere-when" },
      h("span", { class: "figures" }, `${when}: ${t("seats.n", { n: place.seats })}`),
      place.waiting > 0 && h("span", { class: "soft block" }, t("elsewhere.waiting", { n: place.waiting })),
      place.reach !== "ONLINE" && h("span", { class: "soft block" }, icon("no-link"), word("kiosk.reach", place.reach)),
    ),
  );
}
