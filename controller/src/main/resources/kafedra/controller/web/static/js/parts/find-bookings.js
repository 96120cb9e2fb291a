// Finding anybody's next booking from anywhere: a name or a group is typed, what they have ahead is shown, one press leads there.

import { get, serverNow } from "../api.js";
import { bookingsOfGroup, bookingsOfPerson } from "../bookings.js";
import { h, icon, show } from "../dom.js";
import { t, word } from "../i18n.js";
import { endOf, startOf } from "../schedule.js";
import { dayOf, longDay, span } from "../time.js";
import { dialog } from "./dialog.js";
import { finder } from "./finder.js";
import { seatLabels } from "./names.js";
import { empty, problemCard, say } from "./notice.js";
import { personAside } from "./people-search.js";

const SHOWN = 8;
const NEXT = 6;

/** Opens the search over the people and groups of a school. */
export function findBookings(school) {
  const found = h("div", { class: "found" });
  let groups = null;
  const search = async (q) => {
    groups ??= await get("/groups", { school: school.id });
    const wanted = q.toLocaleLowerCase("ru");
    const people = q === "" ? [] : await get("/people", { school: school.id, q, limit: SHOWN });
    return [
      ...groups.filter((one) => one.name.toLocaleLowerCase("ru").includes(wanted)).slice(0, SHOWN).map((one) => ({ ...one, kind: "group", aside: t("people", { n: one.size }) })),
      ...people.map((one) => ({ ...one, kind: "person", aside: personAside(one) })),
    ];
  };
  let asked = 0;
  const close = dialog(
    t("find.title"),
    () => [finder({ label: t("find.label"), hint: t("find.hint"), search, onPick: (who) => pick(who) }), found],
    { kind: "roomy" },
  );
  const pick = async (who) => {
    asked += 1;
    const mine = asked;
    show(found);
    if (!who) {
      return;
    }
    try {
      const next = await nextOf(who);
      const seats = await labelsIn(next);
      if (mine === asked) {
        show(found, list(who, next, { school, seats, close }));
        say(next.length > 0 ? t("find.found", { n: next.length, who: who.name }) : t("find.none", { who: who.name }));
      }
    } catch (problem) {
      mine === asked && show(found, problemCard(problem, () => pick(who)));
    }
  };
  document.querySelector("dialog[open] [role=combobox]")?.focus();
}

async function nextOf(who) {
  const now = serverNow();
  const all = await (who.kind === "person" ? bookingsOfPerson(who.id) : bookingsOfGroup(who.id));
  return all
    .filter((one) => (one.status === "CONFIRMED" || one.status === "HELD") && endOf(one) > now)
    .sort((a, b) => startOf(a) - startOf(b))
    .slice(0, NEXT);
}

async function labelsIn(bookings) {
  const labs = [...new Set(bookings.map((booking) => booking.lab))];
  const [seats, known] = await Promise.all([Promise.all(labs.map((lab) => get("/workstations", { lab }))), get("/labs")]);
  return { labels: new Map(seats.flat().map((seat) => [seat.id, seat.label])), labs: new Map(known.map((lab) => [lab.id, lab.name])) };
}

function list(who, bookings, { school, seats, close }) {
  const book = who.kind === "person" ? `#/book?person=${who.id}` : `#/class?group=${who.id}`;
  const bookLink = h("a", { class: "button", href: book, onclick: close }, icon("book"), t(who.kind === "person" ? "book.nav" : "class.nav"));
  if (bookings.length === 0) {
    return [empty("book", t("find.none", { who: who.name })), h("div", { class: "dialog-actions" }, bookLink)];
  }
  return [
    h("h3", {}, t("find.next", { who: who.name })),
    h(
      "ul",
      { class: "found-list" },
      bookings.map((booking) => {
        const day = dayOf(booking.slot.start, school.zone);
        const where = [seats.labs.get(booking.lab) ?? booking.lab, booking.workstations.length > 0 && t("seats", { n: booking.workstations.length, labels: seatLabels(booking.workstations, seats.labels) })];
        return h(
          "li",
          {},
          h(
            "a",
            { href: `#/day?lab=${booking.lab}&day=${day}&booking=${booking.id}`, onclick: close },
            h("span", { class: "found-when" }, h("strong", {}, longDay(day)), h("span", { class: "figures" }, span(booking.slot.start, booking.slot.end, school.zone))),
            h("span", {}, where.filter(Boolean).join(", "), h("span", { class: "block soft" }, [word("purpose", booking.purpose), booking.label].filter(Boolean).join(", "))),
            icon("after"),
          ),
        );
      }),
    ),
    h("div", { class: "dialog-actions" }, bookLink),
  ];
}
