// Fields for days, times and choices, in a dialog that stays open until what it says could be saved.

import { freshId, h, show } from "../dom.js";
import { t } from "../i18n.js";
import { dateField } from "../parts/date-field.js";
import { dialog } from "../parts/dialog.js";
import { problemCard } from "../parts/notice.js";
import { dateFigures } from "../time.js";

/** What onSave answers when nothing was saved because somebody thought again. */
export const STAY = Symbol("stay");

/**
 * A dialog with fields and a way to save them.
 *
 * @param fields their nodes
 * @param onSave answers null, STAY, or the problem
 * @param onRemove the same, where there is something to remove
 */
export function formDialog({ title, fields, plan, onSave, onRemove }) {
  dialog(title, (close) => {
    const told = h("div", {});
    const act = (work) => async () => {
      const problem = await work();
      if (problem === STAY) {
        return;
      }
      problem ? show(told, problemCard(problem), faultList(problem, plan)) : close();
    };
    return h(
      "form",
      { class: "calendar-form", onsubmit: (event) => (event.preventDefault(), act(onSave)()) },
      fields,
      told,
      h(
        "div",
        { class: "dialog-actions" },
        onRemove && h("button", { class: "button danger", type: "button", onclick: act(onRemove) }, t("calendar.remove")),
        h("button", { class: "button", type: "button", onclick: close }, t("calendar.cancel")),
        h("button", { class: "button main", type: "submit" }, t("calendar.save")),
      ),
    );
  });
}

/** Everything that is wrong, with the names of things instead of their numbers. */
function faultList(problem, plan) {
  const faults = problem.details?.faults ?? [];
  const named = (text) =>
    text.replace(/(?:plan\.)?(terms|holidays|specialDays|bells)\[(\d+)\](?:\.\w+)*/g, (whole, list, at) => {
      const one = plan()[list]?.[Number(at)];
      return one ? `«${one.name || one.date}»` : whole;
    }).replace(/\d{4}-\d{2}-\d{2}/g, dateFigures);
  return faults.length > 0 && h("ul", { class: "fault" }, faults.map((one) => h("li", {}, `${named(one.field)}: ${named(one.text)}`)));
}

export function textField(label, value) {
  const id = freshId("text");
  const input = h("input", { type: "text", id, maxlength: "100", autocomplete: "off", value });
  return { node: h("div", { class: "field" }, h("label", { for: id }, label), input), value: () => input.value.trim() };
}

export function dayField(label, day) {
  const field = dateField({ day, label, onChange: () => {} });
  return { node: h("div", { class: "field" }, h("span", { class: "label", "aria-hidden": "true" }, label), field.node), value: field.value };
}

/** A choice of words; the first of them means "none" where its value is empty. */
export function choiceField(label, options, value) {
  const id = freshId("choice");
  const select = h(
    "select",
    { id },
    options.map((one) => h("option", { value: one.value, selected: one.value === (value ?? "") }, one.name)),
  );
  return { node: h("div", { class: "field" }, h("label", { for: id }, label), select), value: () => select.value || null, select };
}

/** Opening hours as people write them: "8:00–12:00, 13–18". */
export function hoursField(label, stretches, hint) {
  const id = freshId("hours");
  const input = h("input", { type: "text", id, class: "figures", autocomplete: "off", "aria-describedby": `${id}-hint`, value: hoursText(stretches) });
  const node = h("div", { class: "field" }, h("label", { for: id }, label), input, hint && h("span", { class: "hint", id: `${id}-hint` }, hint));
  return { node, value: () => hoursOf(input.value) };
}

export const hoursText = (stretches) => (stretches ?? []).map((one) => `${one.opens}–${one.closes}`).join(", ");

/** The stretches of a text; what is no time stays as it is, so that it can be told which. */
export function hoursOf(text) {
  return text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const [opens, closes] = part.split(/\s*[-–—]\s*/);
      return { opens: timeOf(opens), closes: timeOf(closes ?? "") };
    });
}

export function timeOf(text) {
  const [, hours, minutes] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text.trim()) ?? [];
  return hours === undefined ? text.trim() : `${hours.padStart(2, "0")}:${minutes ?? "00"}`;
}
