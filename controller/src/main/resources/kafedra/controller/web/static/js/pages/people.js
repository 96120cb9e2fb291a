// People: found by name, class or number; each with bookings and the way they sign in. Groups: PIN slips to print.

import { get } from "../api.js";
import { h, icon, show } from "../dom.js";
import { t } from "../i18n.js";
import { empty, problemCard, say } from "../parts/notice.js";
import { personAside } from "../parts/people-search.js";
import { groupsSheet } from "./group-pins.js";
import { personSheet } from "./person.js";

const SHOWN = 50;
const PAUSE_MS = 200;

export async function open(place) {
  const list = h("ul", { class: "people" });
  const side = h("div", { class: "people-side", tabindex: "-1" });
  const search = h("input", { type: "search", id: "people-search", autocomplete: "off", placeholder: t("who.person.hint") });
  let timer;
  let asked = 0;

  const showPerson = async (person) => {
    show(side, await personSheet(place, person, look));
    side.focus({ preventScroll: true });
    side.scrollIntoView({ block: "nearest" });
  };
  const look = async () => {
    asked += 1;
    const mine = asked;
    try {
      const found = await get("/people", { school: place.school.id, q: search.value.trim(), limit: SHOWN });
      if (mine === asked) {
        show(list, found.length > 0 ? found.map((person) => row(person, showPerson)) : noneFound(search.value));
        say(t("finder.found", { n: found.length }));
      }
    } catch (problem) {
      show(list, h("li", {}, problemCard(problem, look)));
    }
  };

  search.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE_MS);
  });
  show(
    place.root,
    place.heading(),
    h(
      "div",
      { class: "people-page" },
      h(
        "section",
        { class: "sheet" },
        h("div", { class: "field" }, h("label", { for: "people-search" }, t("people.search")), search),
        list,
      ),
      side,
    ),
  );
  const groups = await get("/groups", { school: place.school.id });
  show(side, groupsSheet(groups));
  await look();
}

function row(person, onOpen) {
  return h(
    "li",
    { class: "person" },
    h(
      "button",
      { type: "button", onclick: () => onOpen(person) },
      h("span", { class: "person-name" }, person.name),
      h("span", { class: "soft" }, personAside(person)),
      icon("after"),
    ),
  );
}

function noneFound(wanted) {
  return h("li", {}, wanted ? empty("search", t("people.none"), t("people.none.next")) : empty("people", t("people.nobody"), t("people.nobody.next")));
}
