// Use over the schools: hours promised, hours signed in, hours at work, for a period of one's choice.

import { get, serverNow } from "../api.js";
import { freshId, h, show } from "../dom.js";
import { number, percent, t } from "../i18n.js";
import { honeyCard, problemCard } from "../parts/notice.js";
import { dateFigures, dayOf, plusDays } from "../time.js";
import { periodField } from "./usage-period.js";
import { byDay, byKind, bySchool } from "./usage-sections.js";

const KINDS = ["lab", "group", "purpose"];

export async function open(place) {
  const zone = place.schools[0]?.zone ?? "UTC";
  const wish = { school: "", kind: "lab", period: null };
  const body = h("div", { class: "usage" });
  let asked = 0;

  const ask = (by) => get("/usage", { from: wish.period.from, to: wish.period.to, by, school: wish.school });
  const askMoods = () => get("/moods", { from: wish.period.from, to: wish.period.to, school: wish.school });
  const draw = async () => {
    asked += 1;
    const mine = asked;
    body.setAttribute("aria-busy", "true");
    try {
      const [days, schools, kind, moods] = await Promise.all([ask("day"), ask("school"), ask(wish.kind), askMoods()]);
      if (mine === asked) {
        show(body, report({ days, schools, kind, moods, wish, today: dayOf(serverNow(), zone), onKind }));
      }
    } catch (problem) {
      if (mine === asked) {
        show(body, problemCard(problem, draw));
      }
    } finally {
      body.removeAttribute("aria-busy");
    }
  };
  const onKind = async (kind) => {
    wish.kind = kind;
    await draw();
    body.querySelector(`input[value=${kind}]`)?.focus();
  };
  const onPeriod = (period) => {
    wish.period = period;
    return draw();
  };
  const period = periodField(dayOf(serverNow(), zone), onPeriod);
  show(place.root, place.heading(schoolFilter(place, wish, draw)), period.node, body);
  await onPeriod(period.first);
}

function schoolFilter(place, wish, draw) {
  if (place.schools.length < 2) {
    return null;
  }
  const id = freshId("school");
  return h(
    "div",
    { class: "usage-school" },
    h("label", { for: id }, t("shell.school")),
    h(
      "select",
      { id, onchange: (event) => ((wish.school = event.target.value), draw()) },
      h("option", { value: "" }, t("usage.all-schools")),
      place.schools.map((school) => h("option", { value: school.id }, school.name)),
    ),
  );
}

/** What people answered at the kiosk; nothing where nobody was asked yet. */
function moodSheet({ good, soSo, bad }) {
  const all = good + soSo + bad;
  if (all === 0) {
    return null;
  }
  const face = (name, count) => h("li", {}, h("strong", { class: "figures" }, percent(count / all)), " ", t(`mood.${name}`), h("span", { class: "soft" }, ` · ${number(count)}`));
  return h(
    "section",
    { class: "sheet", "aria-labelledby": "mood" },
    h("h2", { id: "mood" }, t("mood.title")),
    h("ul", { class: "moods" }, face("good", good), face("so-so", soSo), face("bad", bad)),
    h("p", { class: "soft small" }, t("mood.how")),
  );
}

function report({ days, schools, kind, moods, wish, today, onKind }) {
  const hidden = [...schools.rows, ...kind.rows].some((row) => row.suppressed || row.people === null);
  return [
    totals(days.total, wish.period),
    byDay(days, wish, today),
    bySchool(schools, wish),
    byKind(kind, wish, kindChoice(wish.kind, onKind)),
    moodSheet(moods),
    hidden && honeyCard(t("usage.hidden"), h("p", {}, t("usage.hidden.why"))),
    h("details", { class: "sheet words" }, h("summary", {}, t("usage.words")), h("dl", {}, ["booked", "signedIn", "active", "occupancy", "noShows", "refusals"].map((name) => [h("dt", {}, t(`usage.${name}`)), h("dd", {}, t(`usage.${name}.means`))]))),
  ];
}

function totals(total, period) {
  const fact = (name, value) => h("div", {}, h("dt", {}, t(`usage.${name}`)), h("dd", { class: "figures" }, value));
  const hours = (value) => (value === null ? "–" : t("hours", { n: number(value, value < 100 ? 1 : 0) }));
  const count = (value) => (value === null ? "–" : number(value));
  return h(
    "section",
    { class: "sheet", "aria-labelledby": "totals" },
    h("h2", { id: "totals" }, t("usage.total", { from: dateFigures(period.from), to: dateFigures(plusDays(period.to, -1)) })),
    h(
      "dl",
      { class: "totals" },
      fact("booked", hours(total.bookedHours)),
      fact("signedIn", hours(total.signedInHours)),
      fact("active", hours(total.activeHours)),
      fact("occupancy", total.occupancy === null ? "–" : percent(total.occupancy)),
      fact("sessions", count(total.sessions)),
      fact("people", total.people === null ? t("usage.few") : count(total.people)),
      fact("noShows", total.due > 0 ? `${count(total.noShows)} ${t("room.of", { n: total.due })}` : count(total.noShows)),
      fact("refusals", count(total.refusals)),
    ),
  );
}

function kindChoice(chosen, onKind) {
  const name = freshId("kind");
  return h(
    "fieldset",
    { class: "choices" },
    h("legend", { class: "unseen" }, t("usage.kind")),
    KINDS.map((kind) => h("label", {}, h("input", { type: "radio", name, value: kind, checked: kind === chosen, onchange: () => onKind(kind) }), t(`usage.by-${kind}`))),
  );
}
