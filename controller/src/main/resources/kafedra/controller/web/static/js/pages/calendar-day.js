// One day: what it is and why, and how to make it another one.

import { h } from "../dom.js";
import { t, word } from "../i18n.js";
import { dialog } from "../parts/dialog.js";
import { longDay, span } from "../time.js";
import { choiceField, dayField, formDialog, hoursField, textField } from "./calendar-form.js";
import { kindOf } from "./calendar-year.js";

export const WEEK = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];

/** Shows what a day is. */
export function daySheet(context, day) {
  const { zone } = context.calendar;
  const special = context.calendar.plan.specialDays.find((one) => one.date === day.date);
  dialog(longDay(day.date), (close) => [
    h("p", { class: "notice-title" }, [t(`calendar.kind.${kindOf(day, Boolean(special))}`), day.note || special?.name].filter(Boolean).join(": ")),
    day.hours.length > 0 && h("p", {}, `${t("calendar.open-hours")}: `, h("span", { class: "figures" }, day.hours.map((one) => span(one.start, one.end, zone)).join(", "))),
    day.lessons.length > 0 &&
      h(
        "ul",
        { class: "calendar-lessons" },
        day.lessons.map((one) => h("li", {}, h("span", {}, lessonName(one)), h("span", { class: "figures" }, span(one.slot.start, one.slot.end, zone)))),
      ),
    h(
      "div",
      { class: "dialog-actions" },
      h(
        "button",
        { class: "button", type: "button", onclick: () => (close(), specialDialog(context, day.date)) },
        t(special ? "calendar.specialDays.change" : "calendar.specialDays.make"),
      ),
    ),
  ]);
}

export const lessonName = (lesson) => (lesson.shift === "FIRST" ? t("calendar.lesson", { n: lesson.number }) : t("calendar.lesson-of", { n: lesson.number, shift: word("shift", lesson.shift) }));

/** Makes a day special, or changes what is special about it. */
export function specialDialog(context, date) {
  const { plan } = context.calendar;
  const entry = plan.specialDays.find((one) => one.date === date);
  const day = dayField(t("calendar.day"), date);
  const name = textField(t("calendar.special-name"), entry?.name ?? "");
  const taughtAs = choiceField(t("calendar.taught-as"), [{ value: "", name: t("calendar.as-itself") }, ...WEEK.map((one) => ({ value: one, name: word("weekday", one) }))], entry?.taughtAs);
  const bells = choiceField(t("calendar.bells"), [{ value: "", name: t("calendar.bells-usual") }, ...plan.bells.map((one) => ({ value: one.name, name: one.name }))], entry?.bells);
  const which = choiceField(
    t("calendar.hours"),
    ["usual", "closed", "own"].map((one) => ({ value: one, name: t(`calendar.hours.${one}`) })),
    entry?.hours ? (entry.hours.length === 0 ? "closed" : "own") : "usual",
  );
  const own = hoursField(t("calendar.hours.which"), entry?.hours ?? [], t("calendar.hours.hint"));
  const turn = () => (own.node.hidden = which.value() !== "own");
  which.select.addEventListener("change", turn);
  turn();
  let next = plan;
  const others = plan.specialDays.filter((one) => one !== entry);
  const save = (days) => {
    next = { ...plan, specialDays: days };
    return context.save(context, next, t("calendar.saved"));
  };
  const hours = () => ({ usual: () => null, closed: () => [], own: own.value })[which.value()]();
  formDialog({
    title: t(entry ? "calendar.specialDays.change" : "calendar.specialDays.make"),
    fields: [day.node, name.node, taughtAs.node, bells.node, which.node, own.node],
    plan: () => next,
    onSave: () => save([...others, { date: day.value(), name: name.value(), taughtAs: taughtAs.value(), bells: bells.value(), hours: hours() }]),
    onRemove: entry && (() => save(others)),
  });
}
