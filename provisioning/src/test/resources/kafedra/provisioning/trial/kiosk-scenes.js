/**
 * Every screen of the kiosk with something to show, for a browser that has loaded the kiosk's page. A scene sets the
 * page's own state; what it shows is made up and stays in the page.
 */
(async () => {
  const { state, show } = await import("/js/state.js");
  const { now } = await import("/js/time.js");
  const MINUTE = 60_000;
  const DAY = 24 * 60 * MINUTE;
  const day = (at) => new Date(at).toISOString().slice(0, 10);

  const seat = (number, row, column, condition, until = null, features = []) => ({
    id: `ws-${number}`, lab: "zal", label: String(number), row, column, features, condition, until,
  });

  const site = (more = {}) => ({
    now: now(), zone: "UTC", school: "Светлореченская базовая школа", building: "Главный корпус", open: true,
    opens: "08:00", closes: "18:00", controller: { reach: "ONLINE", lastHeard: now(), unsent: 0 }, replicaAge: 0,
    labs: [{ id: "zal", name: "Компьютерный зал" }],
    seats: [
      seat(1, 0, 0, "FREE", null, ["LINUX"]), seat(2, 0, 1, "FREE", null, ["LINUX", "WEBCAM", "HEADSET"]),
      seat(3, 0, 2, "IN_USE", now() + 20 * MINUTE), seat(4, 1, 0, "IN_USE", now() + 5 * MINUTE),
      seat(5, 1, 1, "HELD", now() + 2 * MINUTE), seat(6, 1, 2, "OUT_OF_SERVICE"),
      seat(7, 2, 0, "UNKNOWN"), seat(8, 2, 1, "IN_USE", now() + MINUTE), seat(9, 2, 2, "FREE", null, ["ACCESSIBLE"]),
    ],
    free: 3, total: 9,
    queue: { waiting: 2, called: [{ ticket: 17, lab: "zal", seat: "5", until: now() + 2 * MINUTE }], estimateMinutes: 12,
      next: [], labs: [{ lab: "zal", estimateMinutes: 12 }] },
    upcoming: [{ start: now() + 30 * MINUTE, end: now() + 70 * MINUTE, seats: 4 }],
    lesson: { number: 3, start: now() - 10 * MINUTE, end: now() + 30 * MINUTE },
    closed: null, elsewhere: null, calls: [], classes: [],
    ...more,
  });

  const screenTime = { used: 35 * MINUTE, day: 60 * MINUTE, sitting: 30 * MINUTE, sat: 20 * MINUTE, restUntil: null };

  const lessons = [0, 1, 2].flatMap((ahead) => [1, 2, 3, 4, 5, 6, 7].map((number) => ({
    date: day(now() + ahead * DAY), number, start: now() + ahead * DAY + number * 50 * MINUTE,
    end: now() + ahead * DAY + (number * 50 + 40) * MINUTE, free: number % 3,
  })));

  const booking = (id, status, ahead) => ({
    id, start: now() + ahead * DAY, end: now() + ahead * DAY + 40 * MINUTE, seatLabel: status === "CONFIRMED" ? "4" : null,
    status, cancellable: status === "CONFIRMED",
  });

  const visit = (more = {}) => ({
    token: "scene", greeting: "Александра К.", role: "PUPIL", method: "CARD", idleUntil: now() + 10 * MINUTE,
    session: null, ended: null, due: null, bookings: [], ticket: null, free: ["ws-1", "ws-2", "ws-9"],
    walkIn: 30 * MINUTE, refusal: null, lessons, screenTime, help: null, staff: null, asksMood: false, ...more,
  });

  const sitting = (left, more = {}) => ({
    id: "s", seat: "ws-4", seatLabel: "4", startedAt: now() - (30 * MINUTE - left), plannedEnd: now() + left,
    remaining: left, canExtend: true, extendBy: 15 * MINUTE, extendRefusal: null, screen: "OPEN", lesson: false, ...more,
  });

  const ticket = (more = {}) => ({
    number: 23, before: 2, estimateMinutes: 15, statedMinutes: 10, lab: null, features: [], held: null, ...more,
  });

  const behindCard = (cardFor = null) => ({ role: "STAFF", staff: { cardFor } });

  const nobody = (screen, about = null, more = {}) => () => set(screen, about, null, more);
  const somebody = (screen, about, more, siteMore = {}) => () => set(screen, about, visit(more), siteMore);

  function set(screen, about, person, siteMore) {
    state.site = site(siteMore);
    state.touchedAt = performance.now();
    state.visit = person;
    state.number = "30100";
    state.pin = "12";
    state.attemptsLeft = null;
    state.picture = null;
    state.reached = true;
    state.helping = false;
    show(screen, typeof about === "function" ? about() : about);
  }

  const offline = { controller: { reach: "OFFLINE", lastHeard: now() - 200 * MINUTE, unsent: 12 } };
  const full = { free: [], walkIn: 0, refusal: "no-free-seat" };
  const problem = (code, details = {}) => somebody("problem", { code, details }, {});

  const THINGS = ["APPLE", "TREE", "FISH", "HOUSE", "STAR", "HEART", "BOAT", "KEY", "CUP", "LEAF", "UMBRELLA", "BELL", "MUSHROOM", "KITE", "MOON", "BALL"];
  const FRAMES = ["CIRCLE", "SQUARE", "DIAMOND"];
  const pictures = THINGS.flatMap((thing, i) => FRAMES.slice(i % 2, i % 2 + 2).map((frame) => ({ thing, frame }))).slice(0, 30);
  const one = { classes: [{ id: "7a", name: "7А", pictures }] };
  const two = { classes: [...one.classes, { id: "10b", name: "10Б, информатика", pictures }] };

  window.scenes = {
    "idle-class": nobody("idle", null, one),
    classes: nobody("classes", null, two),
    class: nobody("class", "7a", one),
    "pin-picture": () => { nobody("pin", null, one)(); state.picture = { group: "7a", ...pictures[4] }; },
    code: () => { nobody("code")(); state.code = "1234"; },
    "unknown-code": nobody("problem", { code: "unknown-code", details: {} }),
    idle: nobody("idle"),
    "idle-calm": nobody("idle", null, { seats: site().seats.slice(0, 3), queue: { ...site().queue, called: [], waiting: 0 } }),
    "idle-offline": nobody("idle", null, offline),
    "idle-closed": nobody("idle", null, { open: false, free: 0 }),
    number: nobody("number"),
    pin: nobody("pin"),
    "pin-wrong": () => { nobody("pin")(); state.attemptsLeft = 2; },
    locked: nobody("locked", () => performance.now() + 90_000),
    "unknown-card": nobody("problem", { code: "unknown-card", details: {} }),
    hello: somebody("hello", null, {}),
    "hello-due": somebody("hello", null, { due: { bookingId: "b", start: now(), end: now() + 40 * MINUTE, seat: "ws-1", seatLabel: "1", group: false, lesson: true } }),
    "hello-group": somebody("hello", null, { due: { bookingId: "b", start: now(), end: now() + 40 * MINUTE, seat: null, seatLabel: null, group: true, lesson: false } }),
    "hello-full": somebody("hello", null, full),
    "hello-elsewhere": somebody("hello", null, { ended: { seatLabel: "4", reason: "SIGNED_IN_ELSEWHERE" } }),
    "hello-rest": somebody("hello", null, { screenTime: { ...screenTime, used: 60 * MINUTE, restUntil: now() + 7 * MINUTE } }),
    "hello-must-rest": somebody("hello", null, { ...full, refusal: "rest-first", screenTime: { ...screenTime, restUntil: now() + 7 * MINUTE } }),
    "hello-waiting": somebody("hello", null, { ...full, ticket: ticket() }),
    "hello-held": somebody("hello", null, { ticket: ticket({ held: { seat: "ws-5", seatLabel: "5", until: now() + 2 * MINUTE } }) }),
    line: somebody("line", null, full),
    seat: somebody("seat", "ws-2", {}),
    opened: () => { somebody("opened", null, { session: sitting(30 * MINUTE) })(); show("opened", null, 9000); },
    session: somebody("session", null, { session: sitting(20 * MINUTE) }),
    "session-soon": somebody("session", null, { session: sitting(5 * MINUTE, { canExtend: false, extendRefusal: "people-waiting" }) }),
    "session-tired": somebody("session", null, { session: sitting(5 * MINUTE), screenTime: { ...screenTime, sat: 35 * MINUTE } }),
    "session-now": somebody("session", null, { session: sitting(1.5 * MINUTE) }, offline),
    finish: somebody("finish", null, { session: sitting(20 * MINUTE) }),
    finished: somebody("finished", "4", {}),
    "finished-mood": somebody("finished", "4", { asksMood: true }),
    "finished-rest": somebody("finished", "4", { screenTime: { ...screenTime, restUntil: now() + 10 * MINUTE } }),
    "rest-far": somebody("rest", () => performance.now(), {}),
    "rest-blink": somebody("rest", () => performance.now() - 17_000, {}),
    "rest-done": somebody("rest", () => performance.now() - 60_000, {}),
    days: somebody("days", null, {}),
    lessons: somebody("lessons", lessons[0].date, {}),
    book: somebody("book", lessons[0], {}),
    booked: somebody("booked", "b-1", { bookings: [booking("b-1", "CONFIRMED", 1)] }),
    "booked-offline": somebody("booked", "b-2", { bookings: [booking("b-2", "REQUESTED", 1)] }, offline),
    bookings: somebody("bookings", null, { bookings: [booking("b-1", "CONFIRMED", 1), booking("b-2", "REQUESTED", 2), booking("b-3", "REFUSED", 3), booking("b-4", "CANCELLED", 4)] }),
    "bookings-none": somebody("bookings", null, {}),
    history: somebody("history", { sessions: [1, 2, 3, 4, 5, 6].map((ago) => ({ start: now() - ago * DAY, seatLabel: String(ago), length: ago * 9 * MINUTE })) }, {}),
    "history-none": somebody("history", { sessions: [] }, {}),
    cancel: somebody("cancel", "b-1", { bookings: [booking("b-1", "CONFIRMED", 1)] }),
    "problem-rest": problem("rest-first", { until: now() + 5 * MINUTE }),
    "problem-closed": problem("closed-today", { reason: "REMOTE", note: "Мороз" }),
    "problem-full": problem("storage-full"),
    help: () => { nobody("idle")(); state.helping = true; },
    "help-visit": () => { somebody("hello", null, {})(); state.helping = true; },
    call: somebody("call", null, {}),
    "call-nobody": nobody("call"),
    called: somebody("call", null, { session: sitting(20 * MINUTE), help: "CALLED" }),
    "called-offline": nobody("call", null, { ...offline, calls: [{ seat: null, help: "CALLED" }] }),
    coming: somebody("call", null, { session: sitting(20 * MINUTE), help: "COMING" }),
    "idle-calls": nobody("idle", null, { ...offline, calls: [{ seat: "4", help: "COMING" }, { seat: null, help: "CALLED" }] }),
    "fault-seat": somebody("fault-seat", null, {}),
    fault: somebody("fault", "ws-4", {}),
    reported: somebody("reported", "ws-4", {}),
    staff: somebody("staff", null, behindCard()),
    "staff-seats": somebody("staff-seats", null, behindCard()),
    "staff-seat": somebody("staff-seat", "ws-4", behindCard()),
    "staff-seat-out": somebody("staff-seat", "ws-6", behindCard()),
    "staff-move": somebody("staff-move", "ws-4", behindCard()),
    "staff-number": somebody("staff-number", null, behindCard()),
    "staff-wait": somebody("staff-wait", null, behindCard("Александра К.")),
    "staff-done": somebody("staff-done", null, behindCard(), offline),
    "staff-state": somebody("staff-state", null, behindCard(), offline),
    warn: () => { somebody("session", null, { session: sitting(20 * MINUTE) })(); state.visit.idleUntil = now() + 18_000; },
    "warn-entry": () => { nobody("number")(); state.touchedAt = performance.now() - 30_000; },
    lost: () => { nobody("idle")(); state.reached = false; },
  };

  /** Shows a scene and answers once it is drawn. */
  window.showScene = (name) => {
    window.scenes[name]();
    state.visits += 1;
    dispatchEvent(new Event("redraw"));
    return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  };
})();
