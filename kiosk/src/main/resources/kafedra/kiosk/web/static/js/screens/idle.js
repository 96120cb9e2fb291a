/** Nobody is here: what time it is, whether there is a seat, and how to begin. */
import { h, icon } from "../dom.js";
import { button, title } from "../parts.js";
import { endingSeats, miniPlan } from "../room.js";
import { state } from "../state.js";
import { clock, longDate, now } from "../time.js";
import { language, spell, t } from "../words.js";

export function idle() {
  const { site } = state;
  return {
    main: [
      h("section", { class: "welcome" },
        h("div", { class: "tap" },
          h("img", { class: "tap-reader", src: "/img/reader.svg", alt: "", width: 300, height: 200 })),
        title(t("idle.title")),
        classEntry(site),
        button("paper", "keypad", t("go.pin"), "enter-pin")),
      h("section", { class: "now" },
        h("div", { class: "now-top" }, theTime(site), site.labs.length === 0 ? null : site.open ? freeSeats(site) : closed(site)),
        site.labs.length === 0
          ? h("div", { class: "cannot" }, icon("clock"), h("p", {}, h("b", {}, t("idle.new")), h("br"), t("idle.new-next")))
          : h("div", { class: "rooms" }, site.labs.map((lab) => room(site, lab))),
        h("div", { class: "soon" }, queue(site), upcoming(site))),
    ],
    foot: [calls(site), offline(site)],
  };
}

/** The class that is booked now comes in by its pictures. */
function classEntry({ classes }) {
  if (classes.length === 0) return null;
  const name = classes.length === 1 ? t("go.class", { name: classes[0].name }) : t("go.classes");
  return button("paper", "group", name, "go", classes.length === 1 ? `class/${classes[0].id}` : "classes");
}

function theTime(site) {
  return h("div", { class: "time" },
    h("p", { class: "time-clock" }, clock(language(), now())),
    h("p", { class: "time-date" }, longDate(language(), now())),
    site.lesson === null ? null
      : h("p", { class: "time-lesson" },
        t("idle.lesson", { n: site.lesson.number, end: clock(language(), site.lesson.end) })));
}

function freeSeats(site) {
  return h("div", { class: site.free === 0 ? "count count-none" : "count" },
    h("p", { class: "count-number" }, site.free),
    h("p", { class: "count-words" }, t("idle.free", { n: site.free }), h("br"), t("idle.of", { total: site.total })));
}

function closed(site) {
  return h("div", { class: "count count-closed" },
    icon("moon", "icon-large"),
    h("p", { class: "count-words" }, h("b", {}, t(site.closed ? "why.closed-today" : "idle.closed")), h("br"), why(site)));
}

function why(site) {
  if (site.closed) return [t(`closed.${site.closed.reason}`), site.closed.note].filter(Boolean).join(" ");
  return site.opens === null ? "" : t("idle.opens", site);
}

function room(site, lab) {
  const free = site.seats.filter((seat) => seat.lab === lab.id && seat.condition === "FREE").length;
  return h("div", { class: "room" },
    h("h2", { class: "room-name" }, lab.name, " ", site.open ? h("b", {}, free) : null),
    miniPlan(lab));
}

function queue(site) {
  const { called, waiting, estimateMinutes } = site.queue;
  const wait = estimateMinutes === null ? null : t("idle.estimate", { time: spell(estimateMinutes * 60_000) });
  return h("div", { class: called.length > 0 ? "slip slip-called" : "slip" },
    h("h2", {}, icon("ticket"), t("idle.queue")),
    called.slice(0, 2).map(({ ticket, seat }) => h("p", { class: "called" }, t("idle.called", { ticket, seat }))),
    called.length > 1 || (called.length > 0 && waiting === 0) ? null
      : h("p", {}, waiting === 0 ? t("idle.nobody") : t("idle.waiting", { n: waiting })),
    waiting > 0 && called.length === 0 && wait !== null ? h("p", {}, wait) : null);
}

/** Whose time runs out, else what is booked. */
function upcoming(site) {
  const soon = endingSeats();
  if (soon.length > 0) {
    return h("div", { class: "slip slip-ending" },
      h("h2", {}, icon("held"), t("idle.ending")),
      soon.slice(0, 2).map(({ label, minutes }) =>
        h("p", {}, h("b", {}, t("room.seat", { label })), " ", t("idle.ending-in", { n: minutes }))));
  }
  const time = (at) => clock(language(), at);
  return h("div", { class: "slip" },
    h("h2", {}, icon("calendar"), t("idle.next")),
    site.upcoming.length === 0 ? h("p", {}, t("idle.next-none")) : null,
    site.upcoming.slice(0, 2).map(({ start, end, seats }) =>
      h("p", { class: "ahead" },
        h("b", {}, t("time.range", { start: time(start), end: time(end) })), " ", t("idle.seats", { n: seats }))));
}

/** Who called, by their seats, and whether somebody comes. */
function calls({ calls: all }) {
  if (all.length === 0) return null;
  const coming = all.filter(({ help }) => help === "COMING");
  const shown = coming.length > 0 ? coming : all;
  const seats = shown.filter(({ seat }) => seat !== null).map(({ seat }) => seat);
  const where = seats.length === 0 ? t("idle.call-here") : t("idle.call-seats", { seats: seats.join(", ") });
  return h("div", { class: "calling", role: "status" }, icon(coming.length > 0 ? "walk" : "bell"),
    h("p", {}, h("b", {}, where), " ", t(coming.length > 0 ? "idle.call-coming" : "idle.call-called")));
}

function offline(site) {
  if (site.controller.reach === "ONLINE") return null;
  const { lastHeard } = site.controller;
  return h("div", { class: "offline", role: "status" },
    icon("offline"),
    h("p", {}, h("b", {}, t("idle.offline")), " ",
      lastHeard === null ? t("idle.never-heard") : t("idle.heard", { time: spell(now() - lastHeard) })));
}
