// Before a plan is saved that closes days or hours: what is booked there, and whether it is cancelled or kept.

import { post } from "../api.js";
import { h, icon } from "../dom.js";
import { t } from "../i18n.js";
import { dialog } from "../parts/dialog.js";
import { takenTable } from "./calendar-taken.js";

/** Resolves to "KEEP", "CANCEL", or null to go back to the form. Nothing is asked where nothing is booked. */
export async function fateOfBookings(context, plan) {
  const { calendar, place } = context;
  const { taken } = await post(`/schools/${place.school.id}/calendar-previews`, { version: calendar.version, plan });
  return taken.length === 0 ? "KEEP" : ask(context, taken);
}

function ask(context, taken) {
  return new Promise((resolve) => {
    let answer = null;
    dialog(
      t("calendar.hit.title", { n: taken.length }),
      (close) => {
        const choose = (fate) => () => ((answer = fate), close());
        return [
          h("p", {}, t("calendar.hit.text")),
          takenTable(context, taken),
          h("p", { class: "hint" }, t("calendar.hit.kept")),
          h(
            "div",
            { class: "dialog-actions" },
            h("button", { class: "button", type: "button", onclick: close }, t("calendar.hit.back")),
            h("button", { class: "button", type: "button", onclick: choose("KEEP") }, t("calendar.hit.keep")),
            h("button", { class: "button danger", type: "button", onclick: choose("CANCEL") }, t("calendar.hit.cancel", { n: taken.length })),
          ),
        ];
      },
      { kind: "wide", onClosed: () => resolve(answer) },
    );
  });
}

/** Whom to tell of what was cancelled. */
export function tellDialog(context, taken) {
  document.body.classList.add("prints-dialog");
  dialog(
    t("closures.tell", { n: taken.length }),
    () => [
      takenTable(context, taken),
      h("p", { class: "hint no-print" }, t("calendar.hit.gone")),
      h("div", { class: "dialog-actions no-print" }, h("button", { class: "button", type: "button", onclick: () => window.print() }, icon("print"), t("closures.print"))),
    ],
    { kind: "wide", onClosed: () => document.body.classList.remove("prints-dialog") },
  );
}
