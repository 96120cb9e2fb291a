/** Behind a staff card: seats, a new card for a pupil, and how things stand. Nobody's name is shown but the card's. */
import { h, icon } from "../dom.js";
import { back, button, exit, message, title } from "../parts.js";
import { conditionWord, labTabs, pickPlan, shownLab } from "../room.js";
import { state } from "../state.js";
import { clock, now } from "../time.js";
import { language, spell, t } from "../words.js";
import { entry, numberField } from "./pin.js";

const find = (id) => state.site.seats.find((seat) => seat.id === id);
const tile = (pictogram, text, act, arg) =>
  h("button", { type: "button", class: "kind", act, arg }, icon(pictogram, "icon-huge"), h("span", {}, text));

function staff() {
  return {
    main: [
      title(t("staff.title")),
      h("div", { class: "kinds" },
        tile("computer", t("staff.seats"), "go", "staff-seats"),
        tile("card", t("staff.card"), "go", "staff-number"),
        tile("list", t("staff.state"), "go", "staff-state")),
    ],
    foot: [exit()],
  };
}

function seats() {
  return { main: [title(t("staff.which")), labTabs(), pickPlan(shownLab(), "staff-seat")], foot: [back(), exit()] };
}

/** What can be done about one seat. */
function seat() {
  const chosen = find(state.about);
  if (chosen === undefined) return seats();
  const used = chosen.condition === "IN_USE";
  const out = chosen.condition === "OUT_OF_SERVICE";
  return {
    main: message(used ? "wait" : "go", used ? "in-use" : out ? "out" : "computer", t("room.seat", { label: chosen.label }), [
      conditionWord(chosen),
    ], [
      used ? button("main", "walk", t("staff.move"), "go", `staff-move/${chosen.id}`) : null,
      used ? button("stop", "lock", t("staff.end"), "staff-end", chosen.id) : null,
      out ? button("main", "check", t("staff.open"), "staff-open", chosen.id) : button("plain", "out", t("staff.close"), "staff-close", chosen.id),
    ]),
    foot: [back("go", "staff-seats"), exit()],
  };
}

function move() {
  const from = find(state.about);
  if (from === undefined) return seats();
  return {
    main: [title(t("staff.where", { seat: from.label })), labTabs(), pickPlan(shownLab(), "staff-to", (seat) => seat.condition === "FREE")],
    foot: [back("staff-seat", from.id), exit()],
  };
}

/** Whose the new card is to be. */
function number() {
  return {
    main: entry([title(t("staff.number")), numberField(), h("p", { class: "hint" }, t("staff.number-hint"))],
      "next", t("go.next"), "staff-await", state.number.length > 0),
    foot: [back(), exit()],
  };
}

function wait() {
  const whose = state.visit.staff?.cardFor ?? null;
  if (whose === null) return number();
  return {
    main: message("wait", "card", t("staff.tap"), [h("b", { class: "when" }, whose), t("staff.tap-text")],
      [button("plain", "cross", t("staff.no-card"), "staff-no-card")]),
    foot: [exit()],
  };
}

const done = () => ({
  main: message("go", "check", t("staff.done"), [t(state.site.controller.reach === "ONLINE" ? "staff.card-soon" : "staff.card-later")],
    [button("main", "check", t("go.clear"), "home")]),
  foot: [exit()],
});

/** Line and devices at a glance. */
function stands() {
  const { controller, seats: all } = state.site;
  const labels = (condition) => all.filter((seat) => seat.condition === condition).map(({ label }) => label).join(", ") || t("staff.none");
  const heard = controller.lastHeard === null ? t("idle.never-heard") : t("idle.heard", { time: spell(now() - controller.lastHeard) });
  const row = (pictogram, name, value) =>
    h("li", { class: "stand" }, icon(pictogram, "icon-large"), h("b", {}, name), h("span", {}, value));
  return {
    main: [
      title(t("staff.state")),
      h("ul", { class: "stands" },
        row(controller.reach === "ONLINE" ? "check" : "offline", t("staff.line"),
          `${t(controller.reach === "ONLINE" ? "staff.online" : "staff.offline")} ${heard}`),
        row("send", t("staff.unsent"), controller.unsent),
        row("unknown", t("staff.silent"), labels("UNKNOWN")),
        row("out", t("staff.out"), labels("OUT_OF_SERVICE")),
        row("clock", t("staff.clock"), clock(language(), now()))),
    ],
    foot: [back(), exit()],
  };
}

export const staffScreens = {
  staff, "staff-seats": seats, "staff-seat": seat, "staff-move": move, "staff-number": number, "staff-wait": wait,
  "staff-done": done, "staff-state": stands,
};
