// Opening hours by weekday and room, and the bell schedules; written down as people write them.

import { freshId, h } from "../dom.js";
import { t, word } from "../i18n.js";
import { WEEK } from "./calendar-day.js";
import { choiceField, formDialog, hoursField, hoursText, textField, timeOf } from "./calendar-form.js";
import { sheet } from "./calendar-lists.js";

const SHIFTS = ["FIRST", "SECOND", "EVENING"];

export function hoursSheet(context) {
  const { plan } = context.calendar;
  const columns = [{ name: t("calendar.all-labs"), lab: null, week: plan.hours }, ...context.labs.filter((lab) => plan.labs[lab.id]).map((lab) => ({ name: lab.name, lab, week: plan.labs[lab.id] }))];
  const text = (column, day) => (column.week[day] ? hoursText(column.week[day]) || t("calendar.closed") : column.lab ? t("calendar.as-all") : t("calendar.closed"));
  return sheet(
    t("calendar.open-hours"),
    [null, ...context.labs].map((lab) => h("button", { class: "button", type: "button", onclick: () => hoursDialog(context, lab) }, lab ? lab.name : t("calendar.all-labs"))),
    h(
      "div",
      { class: "table-box", tabindex: "0", role: "region", "aria-label": t("calendar.open-hours") },
      h(
        "table",
        { class: "calendar-table" },
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("calendar.weekday")), columns.map((column) => h("th", { scope: "col" }, column.name)))),
        h("tbody", {}, WEEK.map((day) => h("tr", {}, h("th", { scope: "row" }, word("weekday", day)), columns.map((column) => h("td", { class: "figures" }, text(column, day)))))),
      ),
    ),
  );
}

function hoursDialog(context, lab) {
  const { plan } = context.calendar;
  const week = lab ? (plan.labs[lab.id] ?? {}) : plan.hours;
  const fields = WEEK.map((day) => ({ day, own: hoursField(word("weekday", day), week[day] ?? (lab ? plan.hours[day] : []), null) }));
  let next = plan;
  const save = (changed) => {
    next = { ...plan, ...changed };
    return context.save(context, next, t("calendar.saved"));
  };
  const written = () => Object.fromEntries(fields.map(({ day, own }) => [day, own.value()]));
  const withoutLab = () => Object.fromEntries(Object.entries(plan.labs).filter(([id]) => id !== lab.id));
  formDialog({
    title: `${t("calendar.open-hours")}: ${lab ? lab.name : t("calendar.all-labs")}`,
    fields: [h("p", { class: "hint" }, t("calendar.hours.hint")), fields.map(({ own }) => own.node)],
    plan: () => next,
    onSave: () => save(lab ? { labs: { ...plan.labs, [lab.id]: written() } } : { hours: written() }),
    onRemove: lab && plan.labs[lab.id] ? () => save({ labs: withoutLab() }) : null,
  });
}

export function bellsSheet(context) {
  const { plan } = context.calendar;
  const daysOf = (name) => WEEK.filter((day) => plan.week[day] === name).map((day) => word("weekday.short", day)).join(", ");
  return sheet(
    t("calendar.bell-schedules"),
    [
      h("button", { class: "button", type: "button", onclick: () => weekDialog(context) }, t("calendar.week")),
      h("button", { class: "button", type: "button", onclick: () => bellsDialog(context, plan.bells.length) }, t("calendar.add")),
    ],
    plan.bells.length === 0 && h("p", { class: "soft" }, t("calendar.bells.none")),
    h(
      "div",
      { class: "bell-schedules" },
      plan.bells.map((schedule, at) =>
        h(
          "section",
          { class: "bell-schedule" },
          h("div", { class: "bell-head" }, h("h3", {}, schedule.name), h("span", { class: "soft" }, daysOf(schedule.name)), h("button", { class: "button quiet", type: "button", onclick: () => bellsDialog(context, at) }, t("calendar.change"), h("span", { class: "unseen" }, ` ${schedule.name}`))),
          SHIFTS.filter((shift) => schedule.lessons.some((one) => one.shift === shift)).map((shift) => [
            h("p", { class: "soft" }, word("shift.name", shift)),
            h(
              "ol",
              { class: "calendar-lessons" },
              schedule.lessons.filter((one) => one.shift === shift).map((one) => h("li", {}, h("span", {}, t("calendar.lesson", { n: one.number })), h("span", { class: "figures" }, `${one.start}–${one.end}`))),
            ),
          ]),
        ),
      ),
    ),
  );
}

/** Which schedule rings on which weekday. */
function weekDialog(context) {
  const { plan } = context.calendar;
  const options = [{ value: "", name: t("calendar.no-lessons") }, ...plan.bells.map((one) => ({ value: one.name, name: one.name }))];
  const fields = WEEK.map((day) => ({ day, own: choiceField(word("weekday", day), options, plan.week[day]) }));
  const next = { ...plan };
  formDialog({
    title: t("calendar.week"),
    fields: fields.map(({ own }) => own.node),
    plan: () => next,
    onSave: () => {
      next.week = Object.fromEntries(fields.map(({ day, own }) => [day, own.value()]).filter(([, name]) => name));
      return context.save(context, next, t("calendar.saved"));
    },
  });
}

function bellsDialog(context, at) {
  const { plan } = context.calendar;
  const schedule = plan.bells[at];
  const name = textField(t("calendar.name"), schedule?.name ?? "");
  const shifts = SHIFTS.map((shift) => ({ shift, own: lessonsField(word("shift.name", shift), (schedule?.lessons ?? []).filter((one) => one.shift === shift)) }));
  let next = plan;
  const save = (bells, rename = (one) => one) => {
    const week = Object.fromEntries(Object.entries(plan.week).map(([day, one]) => [day, rename(one)]).filter(([, one]) => one));
    next = { ...plan, bells, week };
    return context.save(context, next, t("calendar.saved"));
  };
  formDialog({
    title: t("calendar.bell-schedules"),
    fields: [name.node, h("p", { class: "hint" }, t("calendar.bells.hint")), shifts.map(({ own }) => own.node)],
    plan: () => next,
    onSave: () => {
      const lessons = shifts.flatMap(({ shift, own }) => own.value().map((one) => ({ ...one, shift })));
      const changed = { name: name.value(), lessons };
      return save([...plan.bells.slice(0, at), changed, ...plan.bells.slice(at + 1)], (one) => (one === schedule?.name ? changed.name : one));
    },
    onRemove: schedule && (() => save(plan.bells.filter((_, other) => other !== at), (one) => (one === schedule.name ? null : one))),
  });
}

/** Lessons, one a line: "1  8:30–9:15". */
function lessonsField(label, lessons) {
  const id = freshId("lessons");
  const text = lessons.map((one) => `${one.number}  ${one.start}–${one.end}`).join("\n");
  const area = h("textarea", { id, class: "figures", rows: String(Math.max(3, lessons.length + 1)), spellcheck: "false", value: text });
  return { node: h("div", { class: "field" }, h("label", { for: id }, label), area), value: () => area.value.split("\n").filter((line) => line.trim() !== "").map(lessonOf) };
}

/** The lesson of a line; what cannot be read is left for the controller to name. */
function lessonOf(line) {
  const [, number, start, end] = /^\s*(\d{1,2})[.)]?\s+(\S+?)\s*[-–—]\s*(\S+)\s*$/.exec(line) ?? [null, null, line.trim(), ""];
  return { number: number === null ? null : Number(number), start: timeOf(start), end: timeOf(end) };
}
