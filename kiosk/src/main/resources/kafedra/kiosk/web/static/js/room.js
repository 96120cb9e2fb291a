/** The rooms of the building as plans: rows and columns of seats as they stand. */
import { h, icon } from "./dom.js";
import { state } from "./state.js";
import { clock, now, urgency } from "./time.js";
import { language, t } from "./words.js";

const SIGN = { IN_USE: "in-use", HELD: "held", OUT_OF_SERVICE: "out", UNKNOWN: "unknown", NOT_NOW: "held" };
const FEATURES = ["WINDOWS", "LINUX", "WEBCAM", "HEADSET", "ACCESSIBLE"];
/** In a room of up to so many columns and rows a seat has room for words and features. */
const WORDS_FIT_COLUMNS = 6;
const WORDS_FIT_ROWS = 4;

/** The lab whose plan is shown: the one chosen, else the first with a seat for this person, else the first. */
export function shownLab() {
  const { site, visit, lab } = state;
  const chosen = site.labs.find(({ id }) => id === lab);
  const free = visit === null ? [] : site.seats.filter(({ id }) => visit.free.includes(id));
  return chosen ?? site.labs.find(({ id }) => free.some((seat) => seat.lab === id)) ?? site.labs[0];
}

/** Tabs for the labs; nothing where there is one. */
export function labTabs() {
  const { labs, seats } = state.site;
  if (labs.length < 2) return null;
  const shown = shownLab();
  return h("div", { class: "labs", "data-quiet": true, role: "group", "aria-label": t("room.map") },
    labs.map((lab) =>
      h("button", { type: "button", class: "lab", act: "lab", arg: lab.id, "aria-pressed": String(lab.id === shown.id) },
        h("span", {}, lab.name),
        h("b", {}, seats.filter((seat) => seat.lab === lab.id && canTake(seat)).length))));
}

const canTake = (seat) => state.visit?.free.includes(seat.id) ?? seat.condition === "FREE";

/** A seat is what it is, except that a free one may not be for this person now, or for nobody while all is closed. */
const conditionOf = (seat) => {
  if (state.visit === null) return seat.condition === "FREE" && !state.site.open ? "NOT_NOW" : seat.condition;
  if (canTake(seat)) return "FREE";
  return seat.condition === "FREE" ? "NOT_NOW" : seat.condition;
};

/** The plan with seats to press. */
export function plan(lab) {
  return grid(lab, "plan", (seat) => {
    const condition = conditionOf(seat);
    const name = [t("room.seat", { label: seat.label }), word(seat, condition), ...seat.features.map(feature)].join(", ");
    if (condition !== "FREE") {
      return h("div", { class: `seat seat-${condition}`, role: "img", "aria-label": name },
        h("span", { class: "seat-top" }, h("span", { class: "seat-label" }, seat.label), icon(SIGN[condition])),
        h("span", { class: "seat-word" }, t(`condition.${condition}`)));
    }
    return h("button", { type: "button", class: "seat seat-FREE", act: "show-seat", arg: seat.id, "aria-label": name },
      h("span", { class: "seat-label" }, seat.label),
      h("span", { class: "seat-features" }, seat.features.map((of) => icon(of.toLowerCase()))));
  });
}

/** The plan where a seat can be meant whatever its condition, if it `serves`; a press does `act` with its id. */
export function pickPlan(lab, act, serves = () => true) {
  return grid(lab, "plan", (seat) => !serves(seat)
    ? h("div", { class: `seat seat-${seat.condition}` }, h("span", { class: "seat-label" }, seat.label))
    : h("button", { type: "button", class: "seat seat-pick", act, arg: seat.id, "aria-label": t("room.seat", { label: seat.label }) },
      h("span", { class: "seat-label" }, seat.label)));
}

/** A small plan to look at; `mark` is the seat to find. */
export function miniPlan(lab, mark = null) {
  return grid(lab, mark === null ? "mini" : "mini mini-find", (seat) => {
    const condition = seat.id === mark ? "MARK" : seat.condition;
    return h("div", { class: `seat seat-${condition}` },
      h("span", { class: "seat-label" }, seat.label),
      condition === "MARK" || condition === "FREE" ? null : ending(seat) ?? icon(SIGN[condition]));
  });
}

/** The minutes that are left, once they are few: the room sees whose time runs out, and nobody's name. */
function ending(seat) {
  if (seat.condition !== "IN_USE" || seat.until === null) return null;
  const left = seat.until - now();
  const when = urgency(left);
  return when === "calm" ? null : h("b", { class: `seat-ending seat-ending-${when}` }, minutesLeft(left), "′");
}

const minutesLeft = (left) => Math.max(1, Math.ceil(left / 60_000));

/** Seats whose time is over within minutes, the nearest first. */
export function endingSeats() {
  return state.site.seats
    .filter((seat) => ending(seat) !== null)
    .sort((a, b) => a.until - b.until)
    .map((seat) => ({ label: seat.label, minutes: minutesLeft(seat.until - now()) }));
}

function grid(lab, look, draw) {
  const seats = state.site.seats.filter((seat) => seat.lab === lab.id);
  const columns = Math.max(0, ...seats.map((seat) => seat.column)) + 1;
  const rows = [...new Set(seats.map((seat) => seat.row))].sort((a, b) => a - b);
  const dense = columns > WORDS_FIT_COLUMNS || rows.length > WORDS_FIT_ROWS;
  return h("div", { class: `${look} columns-${columns}${dense ? " dense" : ""}`, "data-quiet": true,
    role: look === "plan" ? "group" : "img", "aria-label": `${t("room.map")}: ${lab.name}` },
    rows.map((row) =>
      h("div", { class: "row" },
        Array.from({ length: columns }, (_, column) => {
          const seat = seats.find((one) => one.row === row && one.column === column);
          return seat === undefined ? h("div", { class: "gap" }) : draw(seat);
        }))));
}

/** What the pictograms on the seats mean: features, or conditions where seats are too small for their words. */
export function legend(lab) {
  const seats = state.site.seats.filter((seat) => seat.lab === lab.id);
  const dense = seats.some((seat) => seat.column >= WORDS_FIT_COLUMNS || seat.row >= WORDS_FIT_ROWS);
  const conditions = Object.keys(SIGN).filter((one) => seats.some((seat) => conditionOf(seat) === one));
  const features = FEATURES.filter((one) => seats.some((seat) => canTake(seat) && seat.features.includes(one)));
  return h("ul", { class: "legend", "data-quiet": true },
    dense
      ? conditions.map((one) => h("li", { class: `seat-${one}` }, icon(SIGN[one]), t(`condition.${one}`)))
      : features.map((one) => h("li", {}, icon(one.toLowerCase()), feature(one))));
}

export const feature = (name) => t(`feature.${name}`);

/** What a seat is now, in words. */
export const conditionWord = (seat) => word(seat, seat.condition);

function word(seat, condition) {
  const said = t(`condition.${condition}`);
  return seat.until === null ? said : `${said} ${t("condition.until", { time: clock(language(), seat.until) })}`;
}
