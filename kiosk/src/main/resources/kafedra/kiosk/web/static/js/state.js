/**
 * What the screen knows. `visit` is everything known of the person before it; it and what the person typed
 * go when the visit ends, and the page is rebuilt from nothing.
 */
export const state = {
  site: null,
  visit: null,
  /** How many visits there were: tells one person's page from the next one's. */
  visits: 0,
  screen: "idle",
  /** What the screen was asked about: a seat, a lesson, a booking, a problem. */
  about: null,
  /** The lab whose plan was chosen; null: the first that helps. */
  lab: null,
  /** Which seats to wait for. */
  wish: { lab: null, features: [] },
  /** When the screen was last touched, in performance.now() time. */
  touchedAt: performance.now(),
  number: "",
  pin: "",
  code: "",
  /** The picture that was pressed instead of a number. */
  picture: null,
  attemptsLeft: null,
  /** Whether the kiosk program is reached; false covers everything with a notice. */
  reached: true,
  busy: false,
  /** How many requests were made; an answer older than the last one is stale. */
  asked: 0,
  helping: false,
  /** When the shown screen goes by itself, in performance.now() time; null: never. */
  goesAt: null,
  goesAfter: null,
};

export function show(screen, about = null, goesAfter = null) {
  state.screen = screen;
  state.about = about;
  state.helping = false;
  state.goesAfter = goesAfter;
  state.goesAt = goesAfter === null ? null : performance.now() + goesAfter;
}

/** Forgets the person: nothing of the visit stays in memory. */
export function forget() {
  state.visit = null;
  state.lab = null;
  state.wish = { lab: null, features: [] };
  state.number = "";
  state.pin = "";
  state.code = "";
  state.picture = null;
  state.attemptsLeft = null;
  show("idle");
}

/** Takes over what the program says of the visit; a new person starts at the first screen. */
export function adopt(visit) {
  const before = state.visit;
  state.visit = visit;
  state.number = "";
  state.pin = "";
  state.code = "";
  state.picture = null;
  state.attemptsLeft = null;
  if (before === null || before.token !== visit.token) {
    state.visits += 1;
    state.lab = null;
    state.wish = { lab: null, features: [] };
    return home();
  }
  if (state.screen === "staff-wait" && before.staff?.cardFor && !visit.staff?.cardFor) return show("staff-done");
  if (before.session !== null && visit.session === null && isAboutSession()) return show("finished", null, 9000);
  if (before.session === null && visit.session !== null && state.screen === "hello") home();
}

const isAboutSession = () => ["session", "opened", "finish"].includes(state.screen);

/** The first screen of this person: the session, or where to get one. */
export function home() {
  if (state.visit === null) return show("idle");
  if (state.visit.staff !== null) return show("staff");
  show(state.visit.session === null ? "hello" : "session");
}
