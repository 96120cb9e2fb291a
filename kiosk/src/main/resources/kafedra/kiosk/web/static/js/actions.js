/** What a press does, by the name in data-do. */
import { api, Problem } from "./api.js";
import { faultStart } from "./screens/fault.js";
import { speech } from "./speech.js";
import { adopt, forget, home, show, state } from "./state.js";
import { language, setLanguage } from "./words.js";

const LONGEST_ENTRY = 12;
const OPENED_FOR_MS = 9000;
const PROBLEM_FOR_MS = 15_000;
const DONE_FOR_MS = 20_000;
const CALL_FOR_MS = 60_000;

export const actions = {
  "enter-pin": () => {
    state.picture = null;
    show("number");
  },
  "enter-code": () => {
    state.code = "";
    show("code");
  },
  "use-code": useCode,
  "pick-picture": (named) => {
    const [thing, frame] = named.split("/");
    state.picture = { group: state.about, thing, frame };
    state.pin = "";
    state.attemptsLeft = null;
    show("pin");
  },
  digit: (digit) => type(digit),
  erase: () => type(null),
  "number-done": () => show("pin"),
  "change-number": () => {
    state.pin = "";
    show("number");
  },
  "sign-in": signIn,
  home,
  idle: forget,
  go: (place) => show(...place.split("/")),
  "show-seat": (seat) => show("seat", seat),
  "fault-start": () => show(...faultStart()),
  "fault-at": (seat) => show("fault", seat),
  "report-fault": (kind) => {
    const seat = state.about;
    return call((token) => api.reportFault(token, seat, kind), () => show("reported", seat));
  },
  call: () => calling(api.call, api.callOfNobody),
  "call-back": () => calling(api.takeBackCall, api.takeBackCallOfNobody),
  "staff-seat": (seat) => show("staff-seat", seat),
  "staff-end": (seat) => call((token) => api.staff("end", { token, seat }), () => show("staff-seat", seat)),
  "staff-close": (seat) => call((token) => api.staff("service", { token, seat, service: "OUT_OF_SERVICE" }), () => show("staff-seat", seat)),
  "staff-open": (seat) => call((token) => api.staff("service", { token, seat, service: "IN_SERVICE" }), () => show("staff-seat", seat)),
  "staff-to": (to) => {
    const seat = state.about;
    return call((token) => api.staff("move", { token, seat, to }), () => show("staff-seat", to));
  },
  "staff-await": () => {
    const { number } = state;
    return call((token) => api.staff("card", { token, number }), () => show("staff-wait"));
  },
  "staff-no-card": () => call((token) => api.staff("no-card", { token }), home),
  history: () => {
    const { token } = state.visit;
    return run(() => api.history(token), (past) => state.visit?.token === token && show("history", past));
  },
  mood: (mood) => call((token) => api.mood(token, mood), () => show("finished", state.about, OPENED_FOR_MS)),
  rest: () => show("rest", performance.now()),
  told: () => show("hello", "told"),
  "choose-seat": () => show("hello", "choose"),
  lab: (lab) => {
    state.lab = lab;
  },
  "show-day": (day) => show("lessons", day),
  "show-lesson": (start) => show("book", state.visit.lessons.find((lesson) => String(lesson.start) === start)),
  "show-cancel": (id) => show("cancel", id),
  page: (page) => show("bookings", Number(page)),
  help: () => {
    state.helping = !state.helping;
  },
  language: (lang) => {
    speech.stop();
    setLanguage(lang);
  },
  speak: () => {
    if (speech.isSpeaking()) speech.stop();
    else speech.say(document.querySelector("main"), language(), () => dispatchEvent(new Event("redraw")));
  },

  take: (seat) => call((token) => api.takeSeat(token, seat === "" ? null : seat),
    () => show("opened", null, OPENED_FOR_MS)),
  extend: () => call(api.extend, () => show("session")),
  end: () => {
    const seat = state.visit.session?.seatLabel ?? null;
    return call(api.end, () => show("finished", seat, OPENED_FOR_MS));
  },
  "still-here": () => {
    state.touchedAt = performance.now();
  },
  stay: () => call(api.stay, () => undefined),
  again: () => call(api.stay, home),
  book: () => {
    const known = new Set(state.visit.bookings.map((booking) => booking.id));
    const lesson = state.about;
    return call((token) => api.book(token, lesson), (visit) => {
      const made = visit.bookings.find((booking) => !known.has(booking.id));
      show(made === undefined ? "bookings" : "booked", made?.id ?? null, made === undefined ? null : DONE_FOR_MS);
    });
  },
  cancel: (id) => call((token) => api.cancel(token, id), () => show("bookings")),
  "wish-lab": (lab) => {
    state.wish = { ...state.wish, lab: lab === "" ? null : lab };
  },
  "wish-need": (need) => {
    const { features } = state.wish;
    const without = features.filter((one) => one !== need);
    state.wish = { ...state.wish, features: without.length < features.length ? without : [...features, need] };
  },
  queue: () => call((token) => api.queue(token, state.wish), () => show("hello")),
  "leave-queue": () => call(api.leaveQueue, home),
  leave,
};

/** A card was read, by the reader or by hand. */
export function tap(card) {
  return run(() => api.tap(card), (visit) => adopt(visit));
}

/** With a visit the call is its person's, else that of whoever stands here. */
function calling(ofVisit, ofNobody) {
  if (state.visit !== null) return call(ofVisit, () => show("call"));
  return run(ofNobody, (site) => {
    state.site = site;
    show("call", null, CALL_FOR_MS);
  });
}

async function signIn() {
  const { number, pin, picture } = state;
  state.pin = "";
  await run(() => (picture === null ? api.signIn(number, pin) : api.signInByPicture(picture, pin)), (visit) => adopt(visit));
}

async function useCode() {
  const { code } = state;
  state.code = "";
  await run(() => api.signInByCode(code), (visit) => adopt(visit));
}

function type(digit) {
  const field = state.screen === "pin" || state.screen === "code" ? state.screen : "number";
  state.attemptsLeft = field === "pin" ? null : state.attemptsLeft;
  state[field] = digit === null ? state[field].slice(0, -1) : (state[field] + digit).slice(0, LONGEST_ENTRY);
}

/** Leaves at once; the program is told, and its own time-out stands behind a lost word. */
function leave() {
  const token = state.visit?.token;
  forget();
  setLanguageBack();
  if (token !== undefined) api.leave(token).catch(() => undefined);
}

let languageBack = () => undefined;
const setLanguageBack = () => languageBack();
export const onLeave = (back) => {
  languageBack = back;
};

async function call(request, then) {
  if (state.visit === null) return;
  const { token } = state.visit;
  await run(() => request(token), (visit) => {
    // The visit may have ended, or another card may have come, while we waited.
    if (state.visit?.token !== token) return;
    adopt(visit);
    then(visit);
  });
}

async function run(request, then) {
  if (state.busy) return;
  state.busy = true;
  state.asked += 1;
  dispatchEvent(new Event("redraw"));
  try {
    then(await request());
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    explain(problem);
  } finally {
    state.busy = false;
    dispatchEvent(new Event("redraw"));
  }
}

/** Shows why something was refused, and what to do next. */
export function explain({ code, details }) {
  if (code === "wrong-number-or-pin" && state.screen === "pin") {
    state.attemptsLeft = details.attemptsLeft ?? -1;
  } else if (code === "too-many-attempts") {
    state.number = "";
    show("locked", performance.now() + (details.retryAfter ?? 60_000), 45_000);
  } else {
    if (code === "visit-over") state.visit = null;
    show("problem", { code, details }, state.visit === null ? PROBLEM_FOR_MS : null);
  }
}
