// Closing rooms for some days: first what it would cancel, then the act, then whom to tell; and how to undo it.

import { get, post, put, remove } from "../api.js";
import { h, icon, show } from "../dom.js";
import { t, word } from "../i18n.js";
import { confirm, dialog } from "../parts/dialog.js";
import { goodCard, honeyCard, problemCard, say } from "../parts/notice.js";
import { dateFigures } from "../time.js";
import { choiceField, dayField, textField } from "./calendar-form.js";
import { sheet } from "./calendar-lists.js";
import { labName, takenTable } from "./calendar-taken.js";

/** Whether somebody may close the whole district. */
const ofDistrict = (me) => me.grants.some((grant) => grant.school === null && ["LIBRARIAN", "COORDINATOR"].includes(grant.role));

export function closuresSheet(context) {
  const { closures } = context;
  return sheet(
    t("closures"),
    h("button", { class: "button", type: "button", onclick: () => closeDialog(context) }, icon("stop"), t("closures.close")),
    closures.length === 0
      ? h("p", { class: "soft" }, t("closures.none"))
      : h("ul", { class: "calendar-entries" }, closures.map((one) => closureRow(context, one))),
  );
}

function closureRow(context, one) {
  const undone = one.state === "OPENED";
  return h(
    "li",
    {},
    h(
      "button",
      { type: "button", onclick: () => closureDialog(context, one) },
      h(
        "span",
        { class: "entry-words" },
        h("span", { class: "person-name" }, daysText(one)),
        h("span", { class: "soft" }, [scopeText(context, one), word("closures.reason", one.reason), one.note].filter(Boolean).join(" · ")),
        h("span", { class: `mark ${undone ? "good" : "bad"}` }, undone ? t("closures.undone") : t("closures.stands", { n: one.bookings.length })),
      ),
      icon("after"),
    ),
  );
}

const daysText = (one) => (one.first === one.last ? dateFigures(one.first) : t("calendar.from-to", { first: dateFigures(one.first), last: dateFigures(one.last) }));

function scopeText(context, one) {
  if (one.scope === "DISTRICT") {
    return t("closures.scope.DISTRICT");
  }
  const name = one.scope === "LAB" ? labName(context, one.lab) : context.place.schools.find((school) => school.id === one.school)?.name;
  return name ?? t(`closures.scope.${one.scope}`);
}

/** Asks what to close, shows what that would cancel, and only then closes. */
function closeDialog(context) {
  const { place, lab, today } = context;
  const scopes = [lab && { value: "LAB", name: lab.name }, { value: "SCHOOL", name: t("closures.scope.SCHOOL") }, ofDistrict(place.me) && { value: "DISTRICT", name: t("closures.scope.DISTRICT") }].filter(Boolean);
  const scope = choiceField(t("closures.what"), scopes, "SCHOOL");
  const first = dayField(t("calendar.first"), today);
  const last = dayField(t("calendar.last"), today);
  const reason = choiceField(t("closures.why"), ["CLOSED", "REMOTE"].map((one) => ({ value: one, name: word("closures.reason", one) })), "CLOSED");
  const note = textField(t("closures.note"), "");
  const running = choiceField(t("closures.running"), ["FINISHES", "ENDS"].map((one) => ({ value: one, name: t(`closures.running.${one}`) })), "FINISHES");
  const wish = () => ({
    scope: scope.value(),
    school: scope.value() === "SCHOOL" ? place.school.id : null,
    lab: scope.value() === "LAB" ? lab.id : null,
    first: first.value(),
    last: last.value(),
    reason: reason.value(),
    note: note.value(),
    running: running.value(),
  });
  dialog(
    t("closures.close"),
    (close) => {
      const told = h("div", {});
      const preview = async () => {
        const asked = wish();
        try {
          const said = await post("/closure-previews", asked);
          close();
          previewDialog(context, asked, said);
        } catch (problem) {
          show(told, problemCard(problem));
        }
      };
      return h(
        "form",
        { class: "calendar-form", onsubmit: (event) => (event.preventDefault(), preview()) },
        [scope, first, last, reason, note, running].map((field) => field.node),
        h("p", { class: "hint" }, t("closures.hint")),
        told,
        h("div", { class: "dialog-actions" }, h("button", { class: "button", type: "button", onclick: close }, t("calendar.cancel")), h("button", { class: "button main", type: "submit" }, t("closures.preview"))),
      );
    },
  );
}

function previewDialog(context, wish, { taken, sitting }) {
  // One id for all tries, so that a lost answer never closes twice.
  const id = `cl-${Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  dialog(
    t("closures.preview.title", { days: daysText(wish) }),
    (close) => {
      const told = h("div", {});
      const act = async () => {
        try {
          const done = await put(`/closures/${id}`, wish);
          close();
          await context.reload();
          say(t("closures.closed", { n: done.bookings.length }));
          closureDialog(context, done);
        } catch (problem) {
          show(told, problemCard(problem));
        }
      };
      return [
        taken.length === 0 ? h("p", {}, t("closures.preview.none")) : [h("p", {}, t("closures.preview.some", { n: taken.length })), takenTable(context, taken)],
        whoSits(context, sitting, wish.running),
        told,
        h(
          "div",
          { class: "dialog-actions" },
          h("button", { class: "button", type: "button", onclick: close }, t("calendar.cancel")),
          h("button", { class: "button danger", type: "button", onclick: act }, taken.length === 0 ? t("closures.act") : t("closures.act.cancel", { n: taken.length })),
        ),
      ];
    },
    { kind: "wide" },
  );
}

/** A closure, whom to tell, on paper too. */
function closureDialog(context, closure) {
  document.body.classList.add("prints-dialog");
  dialog(
    `${daysText(closure)}: ${word("closures.reason", closure.reason)}`,
    (close) => {
      const answer = h("div", { class: "no-print" });
      const undo = async () => {
        const yes = await confirm({ title: t("closures.undo"), text: t("closures.undo.text"), yes: t("closures.undo"), no: t("calendar.cancel") });
        if (!yes) {
          return;
        }
        try {
          const done = await remove(`/closures/${closure.id}`);
          close();
          await context.reload();
          say(t("closures.undone"));
          closureDialog(context, done);
        } catch (problem) {
          show(answer, problemCard(problem));
        }
      };
      return [
        h("p", {}, [scopeText(context, closure), closure.note].filter(Boolean).join(" · ")),
        closure.state === "OPENED" ? outcome(context, closure) : [whoSits(context, closure.sitting, closure.running), toTell(context, closure.bookings)],
        answer,
        h(
          "div",
          { class: "dialog-actions no-print" },
          closure.state !== "OPENED" && h("button", { class: "button danger", type: "button", onclick: undo }, t("closures.undo")),
          closure.bookings.length > 0 && h("button", { class: "button", type: "button", onclick: () => window.print() }, icon("print"), t("closures.print")),
        ),
      ];
    },
    { kind: "wide", onClosed: () => document.body.classList.remove("prints-dialog") },
  );
}

/** Who sits in the closed rooms now, and what becomes of them. */
function whoSits(context, sitting, running) {
  if (sitting.length === 0) {
    return null;
  }
  const away = sitting.filter((one) => one.contact !== "ONLINE");
  return honeyCard(
    t("closures.sitting", { rooms: sitting.map((one) => `${labName(context, one.lab)} — ${one.people}`).join(", ") }),
    h("p", {}, t(`closures.sitting.${running}`)),
    away.length > 0 && h("p", {}, t("closures.sitting.away", { rooms: away.map((one) => labName(context, one.lab)).join(", ") })),
  );
}

function toTell(context, bookings) {
  return bookings.length === 0 ? h("p", {}, t("closures.nobody")) : [h("h3", {}, t("closures.tell", { n: bookings.length })), takenTable(context, bookings)];
}

/** What came back, and what did not and why. */
function outcome(context, closure) {
  const restored = closure.bookings.filter((one) => one.fate === "RESTORED");
  const lost = closure.bookings.filter((one) => one.fate === "LOST");
  return [
    goodCard(t("closures.restored", { n: restored.length })),
    restored.length > 0 && takenTable(context, restored),
    lost.length > 0 && [honeyCard(t("closures.lost", { n: lost.length }), h("p", {}, t("closures.lost.next"))), takenTable(context, lost)],
  ];
}

/** The closures that a school sees, and the names of rooms in them. */
export async function closuresOf(place) {
  const [closures, everyLab] = await Promise.all([get("/closures", { school: place.school.id }), get("/labs")]);
  return { closures, everyLab };
}
