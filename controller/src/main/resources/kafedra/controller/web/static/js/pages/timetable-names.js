// Names of the file that nobody of the school bears: say once what they mean, and every later file knows it.

import { put } from "../api.js";
import { freshId, h, show } from "../dom.js";
import { t } from "../i18n.js";
import { problemCard } from "../parts/notice.js";

/** Names offered at once. */
const SHOWN = 40;

export function namesSheet(place, told, { labs, groups }, onExplained) {
  const unknownGroups = [...new Map(told.lessons.flatMap((lesson) => lesson.unknown).filter((one) => one.kind === "GROUP").map((one) => [one.name, one])).values()];
  const rooms = told.rooms.toSorted((one, other) => other.suggestions.length - one.suggestions.length);
  if (rooms.length === 0 && unknownGroups.length === 0) {
    return null;
  }
  const answer = h("div", {});
  const choices = [];
  const save = async () => {
    const said = (kind) => Object.fromEntries(choices.filter((one) => one.kind === kind && one.value() !== null).map((one) => [one.name, one.value()]));
    try {
      await put(`/schools/${place.school.id}/timetable-names`, { rooms: said("rooms"), groups: said("groups") });
      onExplained();
    } catch (problem) {
      show(answer, problemCard(problem));
    }
  };
  const list = (kind, names, options, nothing) =>
    names.slice(0, SHOWN).map((one) => {
      const choice = nameChoice(one, options, nothing);
      choices.push({ kind, name: one.name, value: choice.value });
      return choice.node;
    });
  return h(
    "section",
    { class: "sheet" },
    h("h2", {}, t("timetable.names")),
    h("p", { class: "hint" }, t("timetable.names.hint")),
    unknownGroups.length > 0 && groups.length > 0 && h("h3", {}, t("timetable.names.groups")),
    groups.length > 0 && h("div", { class: "timetable-names" }, list("groups", unknownGroups, groups, "timetable.names.nobody")),
    rooms.length > 0 && h("h3", {}, t("timetable.names.rooms")),
    h("div", { class: "timetable-names" }, list("rooms", rooms, labs, "timetable.names.no-lab")),
    answer,
    h("p", { class: "notice-actions" }, h("button", { class: "button main", type: "button", onclick: save }, t("timetable.names.save"))),
  );
}

function nameChoice(one, options, nothing) {
  const id = freshId("name");
  const near = options.filter((option) => one.suggestions.includes(option.name));
  const rest = options.filter((option) => !near.includes(option));
  const select = h(
    "select",
    { id },
    h("option", { value: "?" }, t("timetable.names.later")),
    near.map((option) => h("option", { value: option.id }, t("timetable.names.maybe", { name: option.name }))),
    h("option", { value: "" }, t(nothing)),
    rest.map((option) => h("option", { value: option.id }, option.name)),
  );
  const lessons = one.lessons ? ` (${t("timetable.names.lessons", { n: one.lessons })})` : "";
  return {
    node: h("div", { class: "field" }, h("label", { for: id }, `«${one.name}»${lessons}`), select),
    value: () => (select.value === "?" ? null : select.value),
  };
}
