/**
 * The public display of the queue: numbers and seats, in both languages at once, since nobody touches it. It listens
 * to the building only; nothing of anybody's visit is sent to it.
 */
import en from "../i18n/en.js";
import ru from "../i18n/ru.js";
import { h, patch } from "./dom.js";
import { listen } from "./events.js";
import { clock, countdown, longDate, now, setTime } from "./time.js";

const CALLED = 6;
const NEXT = 18;

let page = document.getElementById("display");
let site = null;
let reached = true;

const fill = (phrase, values, lang) => {
  const forms = new Intl.PluralRules(lang);
  const text = typeof phrase === "string" ? phrase : phrase[forms.select(values.n)] ?? phrase.other;
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
};

/** Russian, and English behind it. */
const both = (key, values = {}) => [
  fill(ru[key], values, "ru"), " ", h("span", { lang: "en" }, fill(en[key], values, "en")),
];

function draw() {
  page = patch(page, h("div", { id: "display", class: "display" }, site === null ? h("main", {}, h("h1", {}, both("tool.wait"))) : board()));
}

function board() {
  const { called, next, waiting } = site.queue;
  return [
    h("header", { class: "display-head" },
      h("h1", {}, site.school, " ", site.building),
      h("p", { class: "display-date" }, longDate("ru", now())),
      h("p", { class: "display-time" }, clock("ru", now()))),
    h("main", { class: "display-main" },
      h("section", { "aria-live": "polite" },
        h("h2", {}, both("display.called")),
        called.length === 0 ? h("p", {}, both("display.nobody-called")) : null,
        h("ul", { class: "called-list" }, called.slice(0, CALLED).map(calledRow))),
      h("section", {},
        h("h2", {}, both("display.next")),
        next.length === 0 ? h("p", {}, both("display.nobody-waits")) : null,
        h("ul", { class: "next-list" }, next.slice(0, NEXT).map(nextRow)),
        waiting > NEXT ? h("p", {}, both("display.more", { n: waiting - NEXT })) : null)),
    h("footer", { class: "display-foot" },
      h("p", {}, both(site.open ? "display.free" : "display.closed", { n: site.free, total: site.total })),
      reached ? null : h("p", { class: "display-lost", role: "status" }, both("display.lost"))),
  ];
}

const roomOf = (lab) => (site.labs.length > 1 ? site.labs.find(({ id }) => id === lab)?.name ?? "" : "");

function calledRow({ ticket, seat, lab, until }) {
  return h("li", {},
    h("span", { class: "called-number" }, ticket),
    h("span", { class: "called-seat" }, both("display.seat", { seat }), " ", roomOf(lab)),
    h("span", { class: "called-left" }, countdown(until - now())));
}

function nextRow({ ticket, lab, estimateMinutes }) {
  return h("li", {},
    h("span", { class: "next-number" }, ticket),
    h("span", {}, estimateMinutes === null ? "—" : both("display.minutes", { n: estimateMinutes })),
    lab === null || roomOf(lab) === "" ? null : h("span", {}, " ", roomOf(lab)));
}

listen({
  path: "/display/events",
  onSite: (fresh) => {
    setTime(fresh);
    site = fresh;
    draw();
  },
  onVisit: () => undefined,
  onRefusal: () => undefined,
  onOpen: () => {
    reached = true;
    draw();
  },
  onLost: () => {
    reached = false;
    draw();
  },
});
setInterval(draw, 1000);
draw();
