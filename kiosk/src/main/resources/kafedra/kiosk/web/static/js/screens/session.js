/** A person with a seat: just opened, the time that is left, the end. */
import { budget } from "../budget.js";
import { h, icon, svg } from "../dom.js";
import { button, disc, exit, fuse, message, title } from "../parts.js";
import { miniPlan } from "../room.js";
import { state } from "../state.js";
import { clock, now, urgency } from "../time.js";
import { has, language, spell, t } from "../words.js";

const left = ({ plannedEnd }) => Math.max(0, plannedEnd - now());
const end = ({ plannedEnd }) => clock(language(), plannedEnd);

export function opened() {
  const { session } = state.visit;
  if (session === null) return finished();
  const isOpen = session.screen !== "OPENING";
  const stands = state.site.seats.find(({ id }) => id === session.seat);
  const lab = state.site.labs.find(({ id }) => id === stands?.lab);
  return {
    main: [
      h("section", { class: "opened" },
        h("div", { class: "opened-sign", "aria-hidden": "true" }, rays(), h("p", { class: "seat-number" }, session.seatLabel)),
        title(t(isOpen ? "opened.title" : "opened.soon", { seat: session.seatLabel })),
        h("p", { class: "lead" }, t(isOpen ? "opened.go" : "opened.wait")),
        session.lesson ? h("p", { class: "lead" }, icon("globe"), " ", t("hello.lesson")) : null,
        h("p", { class: "hint" }, t("opened.time", { time: spell(left(session)), end: end(session) })),
        h("div", { class: "about-buttons" },
          button("main", "walk", t("opened.going"), "leave"),
          button("plain", "clock", t("opened.more"), "go", "session")),
        fuse((state.goesAt - performance.now()) / state.goesAfter)),
      lab === undefined ? null
        : h("section", { class: "where-is" }, h("h2", {}, lab.name), miniPlan(lab, session.seat)),
    ],
  };
}

/** A little joy: rays around the number. */
const rays = () =>
  svg("svg", { class: "rays", viewBox: "0 0 240 240" }, Array.from({ length: 16 }, (_, i) =>
    svg("line", { x1: 120, y1: 4, x2: 120, y2: i % 2 === 0 ? 22 : 14, transform: `rotate(${i * 22.5} 120 120)` })));

export function session() {
  const { session: mine } = state.visit;
  if (mine === null) return finished();
  const time = left(mine);
  return {
    main: [
      h("section", { class: "sheet my-seat" },
        title(t("session.title")),
        h("p", { class: "seat-number" }, mine.seatLabel),
        budget(state.visit.screenTime)),
      h("section", { class: "my-time" },
        disc(time / (mine.plannedEnd - mine.startedAt), urgency(time), t("session.disc", { time: spell(time) })),
        h("p", { class: "my-left" }, t("session.left"), h("b", {}, spell(time)), h("span", {}, t("session.until", { end: end(mine) }))),
        hurry(time)),
      h("section", { class: "my-buttons" },
        button("main", "walk", t("session.go"), "leave"),
        extension(mine),
        isTired(state.visit.screenTime) ? button("plain", "eye", t("rest.do"), "rest") : null,
        button("stop", "lock", t("session.finish"), "go", "finish")),
    ],
    foot: [exit(), button("quiet", "calendar", t("go.later"), "go", "days"),
      button("quiet", "list", t("go.mine"), "go", "bookings")],
  };
}

/** Longer than the norm wants without a break; the session goes on, the eyes are asked to rest. */
const isTired = ({ sat, sitting }) => sitting !== null && sat >= sitting;

function hurry(time) {
  const when = urgency(time);
  if (when === "calm") return null;
  return h("p", { class: `hurry hurry-${when}`, role: "status" }, icon(when === "now" ? "disk" : "held"), t(`session.${when}`));
}

function extension({ canExtend, extendBy, extendRefusal }) {
  if (canExtend) return button("plain", "more-time", t("session.extend", { time: spell(extendBy) }), "extend");
  const why = t(has(`why.${extendRefusal}`) ? `why.${extendRefusal}` : "why.unexpected");
  return h("p", { class: "cannot" }, icon("more-time"), h("span", {}, h("b", {}, t("session.extend-no")), h("br"), why));
}

export function finish() {
  const mine = state.visit.session;
  if (mine === null) return finished();
  return {
    main: message("wait", "lock", t("finish.title", { seat: mine.seatLabel }), [t("finish.text")], [
      button("stop", "check", t("finish.yes"), "end"),
      button("plain", "back", t("finish.no"), "go", "session"),
    ]),
    foot: [exit()],
  };
}

/** The session has ended: by this person (`about` is the seat), or by time or staff. */
const FACES = { GOOD: "face-good", SO_SO: "face-so-so", BAD: "face-bad" };

/** Asked now and then; an answer is a count of the day and nobody's. */
function mood(seat) {
  return {
    main: [
      title(t("mood.title")),
      h("p", { class: "lead" }, seat === null ? "" : t("finished.text", { seat })),
      h("div", { class: "kinds faces" }, Object.entries(FACES).map(([one, face]) =>
        h("button", { type: "button", class: "kind", act: "mood", arg: one }, icon(face, "icon-huge"), h("span", {}, t(`mood.${one}`))))),
    ],
    foot: [exit()],
  };
}

export function finished() {
  const seat = state.about;
  if (state.visit.asksMood) return mood(seat);
  return {
    main: message("go", seat === null ? "clock" : "sun",
      t(seat === null ? "finished.elsewhere" : "finished.title"),
      [seat === null ? t("finished.elsewhere-text") : t("finished.text", { seat })],
      [button("main", "exit", t("go.exit"), "leave"),
        state.visit.screenTime.restUntil === null
          ? button("plain", "computer", t("go.home"), "home")
          : button("plain", "eye", t("rest.do"), "rest")]),
  };
}
