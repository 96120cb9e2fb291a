/** A person without a seat: the booked one, the queue's, any, or one of the plan. */
import { h, icon } from "../dom.js";
import { button, exit, message, title } from "../parts.js";
import { feature, labTabs, legend, miniPlan, plan, shownLab } from "../room.js";
import { state } from "../state.js";
import { canChoose, held, waiting } from "./queue.js";
import { budget } from "../budget.js";
import { breakDue, isDue } from "./rest.js";
import { clock, now } from "../time.js";
import { has, language, spell, t } from "../words.js";
import { closedWords } from "./notices.js";

export function hello() {
  const { visit } = state;
  const line = visit.ticket === null && canChoose() ? button("quiet", "ticket", t("go.line"), "go", "line") : null;
  const foot = [exit(), button("quiet", "calendar", t("go.later"), "go", "days"), mine(), line];
  if (state.about === "choose" && visit.free.length > 0) return { main: choose(visit), foot };
  if (visit.ticket?.held) return { main: held(visit.ticket), foot };
  if (visit.ended !== null && state.about !== "told") return { main: endedElsewhere(visit.ended), foot: [exit()] };
  if (visit.due !== null) return { main: due(visit), foot };
  if (isDue(visit)) return { main: breakDue(visit), foot };
  if (visit.ticket !== null) return { main: waiting(visit.ticket), foot };
  if (visit.free.length > 0 && visit.walkIn > 0) return { main: choose(visit), foot };
  return { main: refused(visit), foot: [exit(), mine()] };
}

const mine = () => button("quiet", "list", t("go.mine"), "go", "bookings");

function choose(visit) {
  const lab = shownLab();
  return [
    h("section", { class: "any" },
      title(t("hello.pick")),
      h("button", { type: "button", class: "button button-main button-any", act: "take", arg: "" },
        icon("any", "icon-huge"),
        h("span", { class: "any-words" }, t("hello.any")),
        visit.walkIn > 0 ? h("span", { class: "any-time" }, t("hello.any-time", { time: spell(visit.walkIn) })) : null),
      budget(visit.screenTime)),
    h("section", { class: "choice" }, labTabs(), plan(lab), legend(lab)),
  ];
}

/** The person sat here, signed in somewhere else, and wonders why the seat here is locked. */
const endedElsewhere = ({ seatLabel }) =>
  message("wait", "lock", t("ended.elsewhere"), [t("ended.elsewhere-text", { seat: seatLabel })],
    [button("main", "check", t("go.clear"), "told")]);

function due({ due: { end, seat, seatLabel, group, lesson }, free }) {
  const until = t("hello.due-until", { end: clock(language(), end) });
  const text = seatLabel === null ? t("hello.due-group") : t("hello.due-seat", { seat: seatLabel });
  const take = seatLabel === null ? t("hello.take-group") : t("hello.take-seat", { seat: seatLabel });
  return message("go", group ? "librarian" : "calendar", t("hello.due"), [`${text}, ${until}`, lesson ? [icon("globe"), " ", t("hello.lesson")] : null], [
    button("main", "check", take, "take", seat ?? ""),
    group && free.length > 1 ? button("plain", "computer", t("hello.choose"), "choose-seat") : null,
  ]);
}

/** No seat now: why, and the two ways that stay open. */
function refused({ refusal, free }) {
  const code = refusal ?? (free.length === 0 ? "no-free-seat" : "unexpected");
  const closed = code === "outside-opening-hours" || code === "closed-today";
  const queueHelps = !closed && code !== "no-time-left" && code !== "already-seated";
  return message("wait", closed ? "moon" : "clock", t(has(`why.${code}`) ? `why.${code}` : "hello.full-booked"), [nextOf(code), elsewhere()], [
    queueHelps ? button("main", "ticket", t("go.queue"), ...(canChoose() ? ["go", "line"] : ["queue"])) : null,
    button(queueHelps ? "plain" : "main", "calendar", t("go.book-later"), "go", "days"),
  ]);
}

/** Where else a seat is free; only counts, and how old they are. */
function elsewhere() {
  const told = state.site.elsewhere;
  if (told === null || told.places.length === 0) return null;
  const { school, building, seats } = told.places[0];
  const age = now() - told.at;
  return t("hello.elsewhere", { school, building, seats: t("idle.seats", { n: seats }) }) +
    (age < 120_000 ? "" : ` ${t("hello.elsewhere-age", { time: spell(age) })}`);
}

function nextOf(code) {
  if (code === "closed-today") return closedWords(state.site.closed);
  if (code === "no-free-seat") return t("hello.full-next");
  if (code === "booked-by-others") return t("next.booked-by-others.short");
  return has(`next.${code}`) ? t(`next.${code}`, state.site) : t("next.unexpected");
}

/** One seat, in words, before it opens. */
export function seat() {
  const { site, visit, about } = state;
  const chosen = site.seats.find(({ id }) => id === about);
  if (chosen === undefined) return hello();
  const lab = site.labs.find(({ id }) => id === chosen.lab);
  return {
    main: [
      h("section", { class: "sheet about-seat" },
        title(t("seat.title", { seat: chosen.label })),
        chosen.features.length === 0 ? h("p", { class: "lead" }, icon("computer"), t("seat.nothing")) : null,
        h("ul", { class: "features" }, chosen.features.map((name) =>
          h("li", {}, icon(name.toLowerCase(), "icon-large"), feature(name)))),
        visit.walkIn > 0 ? h("p", { class: "lead" }, icon("clock", "icon-large"), t("seat.time", { time: spell(visit.walkIn) })) : null,
        h("div", { class: "about-buttons" },
          button("main", "check", t("seat.take"), "take", chosen.id),
          button("plain", "back", t("go.back"), "choose-seat"))),
      h("section", { class: "where-is" }, h("h2", {}, lab.name), miniPlan(lab, chosen.id)),
    ],
    foot: [exit()],
  };
}
