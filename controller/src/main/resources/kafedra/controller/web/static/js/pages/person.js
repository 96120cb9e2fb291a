// One person: class and groups, how they sign in, and their bookings.

import { get, post, put, serverNow } from "../api.js";
import { freshId, h, icon, show } from "../dom.js";
import { t } from "../i18n.js";
import { bookingList } from "../parts/booking-list.js";
import { feedButton } from "../parts/feed-link.js";
import { goodCard, problemCard } from "../parts/notice.js";
import { personNeeds } from "../parts/person-needs.js";
import { personAside } from "../parts/people-search.js";
import { clock } from "../time.js";

/** The sheet of a person; onChanged is called when something of theirs changed. */
export async function personSheet(place, person, onChanged) {
  const bookings = h("div", {});
  const facts = h("dl", { class: "person-facts" });
  const drawFacts = (known) => show(facts, factsOf(known));
  const drawBookings = async () => {
    const found = await get(`/people/${person.id}/bookings`);
    const labels = await labelsOf(found);
    show(
      bookings,
      bookingList(found, {
        zone: place.school.zone,
        now: serverNow(),
        labels,
        lastContact: null,
        withDay: true,
        emptyNext: t("person.no-bookings.next"),
        onCancelled: drawBookings,
      }),
    );
  };
  drawFacts(person);
  await drawBookings();
  return [
    h(
      "section",
      { class: "sheet", "aria-labelledby": "person-name" },
      h(
        "div",
        { class: "sheet-head" },
        h("h2", { id: "person-name" }, person.name),
        h("div", { class: "actions" }, feedButton({ person: person.id }, person.name, place.school.zone), h("a", { class: "button main", href: `#/book?person=${person.id}` }, icon("book"), t("book.nav"))),
      ),
      facts,
      entryCode(place, person),
      credentials(person, (changed) => (drawFacts(changed), onChanged())),
      personNeeds(person),
    ),
    h("section", { class: "sheet", "aria-labelledby": "person-bookings" }, h("h2", { id: "person-bookings" }, t("person.bookings")), bookings),
  ];
}

function factsOf(person) {
  const facts = [
    [t("person.is"), personAside(person)],
    [t("person.groups"), person.groups.map((group) => group.name).join(", ") || t("person.no-groups")],
    [t("person.number"), person.number ?? t("person.no-number")],
    [t("person.pin"), t(person.hasPin ? "person.pin.yes" : "person.pin.no")],
    [t("person.cards"), person.cards > 0 ? t("person.cards.n", { n: person.cards }) : t("person.cards.none")],
  ];
  return facts.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", { class: "figures" }, value)));
}

async function labelsOf(bookings) {
  const labs = [...new Set(bookings.map((booking) => booking.lab))];
  const seats = await Promise.all(labs.map((lab) => get("/workstations", { lab })));
  return new Map(seats.flat().map((seat) => [seat.id, seat.label]));
}

/** A code for one sign-in: told once, in large digits. */
function entryCode(place, person) {
  const answer = h("div", { "aria-live": "polite" });
  const issue = async () => {
    try {
      const { code, expires } = await post(`/people/${person.id}/codes`, {});
      show(
        answer,
        goodCard(
          t("code.told", { time: clock(expires, place.school.zone) }),
          h("p", { class: "code-digits figures", "aria-label": code.split("").join(" ") }, `${code.slice(0, 3)} ${code.slice(3)}`),
          h("p", {}, t("code.once")),
        ),
      );
    } catch (problem) {
      show(answer, problemCard(problem));
    }
  };
  return h("div", { class: "entry-code" }, h("button", { class: "button", type: "button", onclick: issue }, icon("clock"), t("code.button")), h("span", { class: "soft small" }, t("code.hint")), answer);
}

function credentials(person, onSaved) {
  const field = (name, pattern, hint, mode) =>
    h("input", { type: "text", id: freshId(name), pattern, autocomplete: "off", inputmode: mode, placeholder: hint, spellcheck: "false" });
  const number = field("number", "[0-9]{4,8}", t("person.number.hint"), "numeric");
  const pin = field("pin", "[0-9]{4,8}", t("person.pin.hint"), "numeric");
  const card = field("card", "[0-9A-Za-z]{4,32}", t("person.card.hint"), "text");
  const answer = h("div", {});
  const save = async (event) => {
    event.preventDefault();
    const wish = {
      ...(number.value ? { number: number.value } : {}),
      ...(pin.value ? { pin: pin.value } : {}),
      ...(card.value ? { cards: [card.value] } : {}),
    };
    if (Object.keys(wish).length === 0) {
      number.focus();
      return;
    }
    try {
      onSaved(await put(`/people/${person.id}/credentials`, wish));
      [number, pin, card].forEach((input) => (input.value = ""));
      show(answer, goodCard(t("person.saved")));
    } catch (problem) {
      show(answer, problemCard(problem));
    }
  };
  const labelled = (input, text) => h("div", { class: "field" }, h("label", { for: input.id }, text), input);
  return h(
    "details",
    { class: "credentials" },
    h("summary", {}, t("person.change")),
    h(
      "form",
      { onsubmit: save },
      labelled(number, t("person.number")),
      labelled(pin, t("person.pin")),
      labelled(card, t("person.card")),
      h("p", { class: "hint" }, t("person.change.hint")),
      h("button", { class: "button main", type: "submit" }, t("person.save")),
      answer,
    ),
  );
}
