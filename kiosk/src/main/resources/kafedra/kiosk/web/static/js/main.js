/** The kiosk's screen: wires state, words, live events, the card reader and the clock together. */
import { actions, explain, onLeave, tap } from "./actions.js";
import { api } from "./api.js";
import { readCards } from "./card.js";
import { h, loadPictograms, patch } from "./dom.js";
import { listen } from "./events.js";
import { frame } from "./frame.js";
import { speech } from "./speech.js";
import { adopt, forget, home, state } from "./state.js";
import { isWarned, timeLeft } from "./patience.js";
import { now, setTime } from "./time.js";
import { FIRST_LANGUAGE, language, setLanguage } from "./words.js";

/** One word to the program per this time is enough while somebody presses on. */
const STAY_EVERY_MS = 8000;
/** After a touch, so long until the press it was part of has asked what it asks. */
const TOUCH_SETTLES_MS = 400;

let app = document.getElementById("app");
let drawn = "";
let owner = null;
let stayed = -Infinity;

function draw() {
  const shown = state.reached ? `${state.screen}/${state.helping}` : "lost";
  const whose = state.visit === null ? "nobody" : `visit-${state.visits}`;
  const fresh = h("div", { id: "app", class: "app", key: whose }, frame());
  // Another person, or nobody: no node of the last one may live on.
  app = patch(app, fresh);
  if (shown !== drawn || owner !== whose) moved();
  drawn = shown;
  owner = whose;
}

function moved() {
  speech.stop();
  app.querySelector("h1")?.focus({ preventScroll: true });
}

function press(event) {
  const target = event.target.closest?.("[data-do]");
  if (!target || target.getAttribute("aria-disabled") === "true") return;
  if (state.busy && target.dataset.do !== "leave") return;
  actions[target.dataset.do](target.dataset.arg ?? "");
  draw();
}

/** A touch renews the time; of a visit unless what was touched asks the program for something anyway. */
function touch() {
  if (isWarned()) return; // the warning has its own button, and must not go from under a finger
  state.touchedAt = performance.now();
  if (state.visit === null || state.touchedAt - stayed < STAY_EVERY_MS) return;
  stayed = state.touchedAt;
  const { token } = state.visit;
  const asked = state.asked;
  const isOld = () => state.visit?.token !== token || state.asked !== asked;
  setTimeout(() => {
    if (isOld()) return;
    api.stay(token).then((visit) => isOld() || receive(visit), () => undefined);
  }, TOUCH_SETTLES_MS);
}

function receive(visit) {
  // The answer to what we ask just now says the same, and knows which screen comes next.
  if (state.busy && visit !== null && visit.token === state.visit?.token) return;
  state.touchedAt = performance.now();
  if (visit === null) {
    if (state.visit !== null) {
      forget();
      backToFirstLanguage();
    }
  } else adopt(visit);
  draw();
}

/** Once a second: what runs out, runs out here too, whether the program speaks or not. */
function tick() {
  const time = performance.now();
  if (state.visit !== null && state.reached && now() > state.visit.idleUntil + 1000) actions.leave();
  else if (state.goesAt !== null && time > state.goesAt) goOn();
  else if (state.visit === null && timeLeft() <= 0) rest();
  draw();
}

function goOn() {
  if (state.screen === "opened" || state.screen === "finished") actions.leave();
  else home();
}

function rest() {
  if (state.screen !== "idle" || state.helping) forget();
  backToFirstLanguage();
}

function backToFirstLanguage() {
  if (language() !== FIRST_LANGUAGE) setLanguage(FIRST_LANGUAGE);
}

function takeSite(site) {
  setTime(site);
  state.site = site;
  draw();
}

function reconnected() {
  const wasLost = !state.reached;
  state.reached = true;
  api.site().then(takeSite, () => undefined);
  if (wasLost && state.visit !== null) actions.again();
  draw();
}

/** Letters and pictures are there before the first screen, so that nothing moves under a finger. */
async function begin() {
  const letters = ["450", "740"].map((weight) => document.fonts.load(`${weight} 1em "Golos Text"`, "Кк 1"));
  const images = ["/img/mark.svg", "/img/reader.svg"].map((source) => Object.assign(new Image(), { src: source }).decode());
  await Promise.allSettled([...letters, ...images, loadPictograms()]);
  addEventListener("redraw", draw);
  speech.onVoices(draw);
  listen({
    onSite: takeSite,
    onVisit: receive,
    onRefusal: (details) => {
      state.touchedAt = performance.now();
      explain({ code: details.code, details });
      draw();
    },
    onOpen: reconnected,
    onLost: () => {
      state.reached = false;
      draw();
    },
  });
  setInterval(tick, 1000);
  draw();
}

onLeave(backToFirstLanguage);
addEventListener("click", press);
addEventListener("pointerdown", touch, true);
addEventListener("keydown", touch, true);
addEventListener("contextmenu", (event) => event.preventDefault());
readCards({
  isEntering: () => ["number", "pin", "code", "staff-number"].includes(state.screen),
  onCard: (card) => tap(card),
  onDigit: (digit) => {
    actions.digit(digit);
    draw();
  },
});
begin();
