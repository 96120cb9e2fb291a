// A timetable from a file in three steps: choose it, read what will happen to every lesson, then take it in for good.
// Below stands what holds now, with the order and the annex to it.

import { get, sendCsv, serverNow } from "../api.js";
import { h, icon, show } from "../dom.js";
import { t } from "../i18n.js";
import { dateField } from "../parts/date-field.js";
import { goodCard, problemCard, say } from "../parts/notice.js";
import { dayOf } from "../time.js";
import { annexOf, versionsSheet } from "./timetable-annex.js";
import { namesSheet } from "./timetable-names.js";
import { reportOf } from "./timetable-report.js";

export async function open(place) {
  const [calendar, labs, groups] = await Promise.all([
    get(`/schools/${place.school.id}/calendar`),
    get("/labs", { school: place.school.id }),
    get("/groups", { school: place.school.id }),
  ]);
  const today = dayOf(serverNow(), place.school.zone);
  const wish = wishForm(calendar, today);
  const result = h("div", { class: "import-result no-print", tabindex: "-1" });
  const kept = h("div", { class: "import-result", tabindex: "-1" });
  const { node: chooser, file, tell } = fileChooser(() => send("preview"));

  const send = async (mode, token) => {
    if (!file()) {
      return;
    }
    tell(file().name);
    show(result, h("p", { class: "soft", role: "status" }, t("timetable.reading", { file: file().name })));
    try {
      const told = await sendCsv("/timetable-imports", file(), { school: place.school.id, mode, token, ...wish.values() });
      show(result, told.mode === "apply" ? done() : planned(told));
      say(t(`timetable.${mode}`));
      if (mode === "apply") {
        await showKept();
      }
    } catch (problem) {
      show(result, problemCard(problem, problem.code === "timetable-stale" ? () => send("preview") : null));
    }
    result.focus({ preventScroll: true });
    result.scrollIntoView({ block: "start" });
  };

  const planned = (told) => [
    reportOf(place, told, () => send("apply", told.token)),
    namesSheet(place, told, { labs, groups }, () => send("preview")),
  ];

  const done = () => goodCard(t("timetable.apply"), h("p", {}, t("timetable.apply.next")));

  const showKept = async () => {
    try {
      const versions = await get(`/schools/${place.school.id}/timetables`);
      show(kept, versionsSheet(versions, (number) => showAnnex(number)));
    } catch (problem) {
      show(kept, problemCard(problem, showKept));
    }
  };

  const showAnnex = async (number) => {
    try {
      show(kept, annexOf(place, await get(`/schools/${place.school.id}/timetable-annex`, { number }), showKept));
      kept.focus({ preventScroll: true });
    } catch (problem) {
      show(kept, problemCard(problem, showKept));
    }
  };

  wish.onChange(() => file() && send("preview"));
  show(
    place.root,
    place.heading(),
    h(
      "section",
      { class: "sheet timetable-file no-print" },
      h("h2", {}, t("timetable.step.file")),
      h("p", { class: "hint" }, t("timetable.hint")),
      wish.node,
      chooser,
    ),
    result,
    kept,
  );
  await showKept();
}

function fileChooser(onFile) {
  const input = h("input", { type: "file", id: "timetable-file", accept: ".xml,.fet,.ics,.csv,text/csv,text/xml,text/calendar", class: "unseen" });
  const chosen = h("span", {}, t("import.no-file"));
  input.addEventListener("change", () => input.files[0] && onFile());
  return {
    node: h("div", { class: "file" }, input, h("label", { for: "timetable-file", class: "button main" }, icon("import"), t("import.choose")), chosen),
    file: () => input.files[0],
    tell: (name) => show(chosen, name),
  };
}

/** From when to when it holds, which week is the first, the order, and what to do where seats lack. */
function wishForm(calendar, today) {
  const listeners = [];
  const changed = () => listeners.forEach((listener) => listener());
  const year = calendar.plan.year;
  const begins = year && year.first > today ? year.first : today;
  const fields = {
    first: dateField({ day: begins, label: t("timetable.first"), onChange: changed }),
    last: dateField({ day: year && year.last > today ? year.last : endOfYear(today), label: t("timetable.last"), onChange: changed }),
    firstWeek: dateField({ day: begins, label: t("timetable.first-week"), onChange: changed }),
    orderDate: dateField({ day: today, label: t("timetable.order-date"), onChange: () => {} }),
  };
  const order = h("input", { type: "text", id: "timetable-order", maxlength: "50", autocomplete: "off" });
  const override = h("input", { type: "text", id: "timetable-override", maxlength: "200", autocomplete: "off", onchange: changed });
  const free = h("input", { type: "checkbox", id: "timetable-free", onchange: changed });
  const field = (label, node) => h("div", { class: "field" }, h("span", { class: "label" }, label), node);
  return {
    node: h(
      "div",
      { class: "timetable-wish" },
      field(t("timetable.first"), fields.first.node),
      field(t("timetable.last"), fields.last.node),
      field(t("timetable.first-week"), fields.firstWeek.node),
      h("div", { class: "field" }, h("label", { for: "timetable-order" }, t("timetable.order")), order),
      field(t("timetable.order-date"), fields.orderDate.node),
      h("div", { class: "field" }, h("label", { for: "timetable-override" }, t("timetable.override")), override),
      h("label", { class: "timetable-free", for: "timetable-free" }, free, t("timetable.book-free")),
    ),
    values: () => ({
      first: fields.first.value(),
      last: fields.last.value(),
      firstWeek: fields.firstWeek.value(),
      order: order.value.trim(),
      orderDate: order.value.trim() ? fields.orderDate.value() : null,
      override: override.value.trim(),
      shortage: free.checked ? "BOOK_FREE" : "LEAVE_OUT",
    }),
    onChange: (listener) => listeners.push(listener),
  };
}

/** The last of May, as school years end here. */
function endOfYear(today) {
  const year = Number(today.slice(0, 4));
  return today.slice(5) < "05-31" ? `${year}-05-31` : `${year + 1}-05-31`;
}
