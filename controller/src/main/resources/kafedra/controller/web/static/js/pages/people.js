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

  // Where the screen is narrow, the list makes room for the person.
  const toList = () => page.classList.remove("one");
  const back = () => {
    toList();
    search.focus();
  };
  const showPerson = async (person) => {
    const sheets = await personSheet(place, person, look);
    page.classList.add("one");
    show(side, h("button", { class: "button quiet to-list", type: "button", onclick: back }, icon("before"), t("people.to-list")), sheets);
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
    toList();
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE_MS);
  });
  const page = h(
    "div",
    { class: "people-page" },
    h(
      "section",
      { class: "sheet" },
      h("div", { class: "field" }, h("label", { for: "people-search" }, t("people.search")), search),
      list,
    ),
    side,
  );
  show(place.root, place.heading(), page);
  const groups = await get("/groups", { school: place.school.id });
  show(side, groupsSheet(groups, place.school.zone));
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
