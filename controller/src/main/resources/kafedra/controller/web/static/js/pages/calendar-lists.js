// What the year is made of, as lists that can be changed: its bounds, terms, holidays, days that differ.

import { h, icon } from "../dom.js";
import { t, word } from "../i18n.js";
import { dateFigures, plusDays } from "../time.js";
import { dayField, formDialog, textField } from "./calendar-form.js";
import { specialDialog } from "./calendar-day.js";

/** A sheet with a title, an action and a list. */
export function sheet(title, action, ...content) {
  return h("section", { class: "sheet" }, h("div", { class: "sheet-head" }, h("h2", {}, title), action && h("div", { class: "actions" }, action)), content);
}

const button = (name, onclick, pictogram) => h("button", { class: "button", type: "button", onclick }, pictogram && icon(pictogram), t(name));

export function yearSheet(context) {
  const { plan } = context.calendar;
  const text = plan.year ? t("calendar.from-to", { first: dateFigures(plan.year.first), last: dateFigures(plan.year.last) }) : t("calendar.all-year");
  return sheet(t("calendar.year"), button("calendar.change", () => yearDialog(context)), h("p", { class: "figures" }, text));
}

function yearDialog(context) {
  const { plan } = context.calendar;
  const first = dayField(t("calendar.first"), plan.year?.first ?? context.year.first);
  const last = dayField(t("calendar.last"), plan.year?.last ?? context.year.last);
  const next = { ...plan };
  const save = (year) => {
    next.year = year;
    return context.save(context, next, t("calendar.saved"));
  };
  formDialog({
    title: t("calendar.year"),
    fields: [first.node, last.node],
    plan: () => next,
    onSave: () => save({ first: first.value(), last: last.value() }),
    onRemove: plan.year && (() => save(null)),
  });
}

/** Terms or holidays. */
export function namedSheet(context, list) {
  const entries = context.calendar.plan[list];
  return sheet(
    t(`calendar.${list}`),
    button("calendar.add", () => namedDialog(context, list, entries.length)),
    entries.length === 0
      ? h("p", { class: "soft" }, t(`calendar.${list}.none`))
      : h("ul", { class: "calendar-entries" }, byFirst(entries).map(([entry, at]) => entryRow(entry.name, daysText(entry), () => namedDialog(context, list, at)))),
  );
}

const byFirst = (entries) => entries.map((entry, at) => [entry, at]).sort(([a], [b]) => (a.first ?? a.date).localeCompare(b.first ?? b.date));

const daysText = (entry) => (entry.first === entry.last ? dateFigures(entry.first) : t("calendar.from-to", { first: dateFigures(entry.first), last: dateFigures(entry.last) }));

function entryRow(name, aside, onOpen) {
  return h("li", {}, h("button", { type: "button", onclick: onOpen }, h("span", { class: "entry-words" }, h("span", { class: "person-name" }, name), h("span", { class: "soft figures" }, aside)), icon("after")));
}

function namedDialog(context, list, at) {
  const { plan } = context.calendar;
  const entry = plan[list][at];
  const start = entry?.first ?? context.today;
  const name = textField(t("calendar.name"), entry?.name ?? "");
  const first = dayField(t("calendar.first"), start);
  const last = dayField(t("calendar.last"), entry?.last ?? plusDays(start, list === "terms" ? 55 : 0));
  let next = plan;
  const save = (entries) => {
    next = { ...plan, [list]: entries };
    return context.save(context, next, t("calendar.saved"));
  };
  formDialog({
    title: t(entry ? `calendar.${list}.change` : `calendar.${list}.add`),
    fields: [name.node, first.node, last.node],
    plan: () => next,
    onSave: () => save([...plan[list].slice(0, at), { name: name.value(), first: first.value(), last: last.value() }, ...plan[list].slice(at + 1)]),
    onRemove: entry && (() => save(plan[list].filter((_, other) => other !== at))),
  });
}

export function specialSheet(context) {
  const entries = context.calendar.plan.specialDays;
  return sheet(
    t("calendar.specialDays"),
    button("calendar.add", () => specialDialog(context, context.today)),
    h("p", { class: "hint" }, t("calendar.specialDays.hint")),
    entries.length > 0 &&
      h(
        "ul",
        { class: "calendar-entries" },
        byFirst(entries).map(([entry]) => entryRow(`${dateFigures(entry.date)} ${entry.name}`, specialText(entry), () => specialDialog(context, entry.date))),
      ),
  );
}

/** What is special about a day, in words. */
export function specialText(entry) {
  const hours = entry.hours && (entry.hours.length === 0 ? t("calendar.closed") : entry.hours.map((one) => `${one.opens}–${one.closes}`).join(", "));
  return [entry.taughtAs && t("calendar.as", { day: word("weekday", entry.taughtAs) }), entry.bells && t("calendar.bells-of", { name: entry.bells }), hours].filter(Boolean).join("; ");
}
