// The rooms of an event: ticked school by school, each with its seats and for whom they are.

import { freshId, h, show } from "../dom.js";
import { t } from "../i18n.js";

/** Boxes for rooms; legs() tells what is asked of each that is ticked. */
export function roomsField({ schools, labs, groups }) {
  const total = h("p", { class: "soft", "aria-live": "polite" });
  const fault = h("p", { class: "fault", role: "alert", hidden: true });
  const rows = schools.flatMap((school) => labs.filter((lab) => lab.school === school.id)).map((lab) => roomRow(lab, groups.filter((group) => group.school === lab.school), () => tell()));
  const ticked = () => rows.filter((row) => row.box.checked);
  const tell = () => {
    fault.hidden ||= ticked().length > 0;
    const seats = ticked().reduce((sum, row) => sum + row.seats(), 0);
    show(total, ticked().length > 0 && t("events.chosen", { n: ticked().length, seats: t("form.seats-n", { n: seats }) }));
  };
  const bySchool = schools.filter((school) => labs.some((lab) => lab.school === school.id));
  tell();
  return {
    node: h(
      "div",
      { class: "event-schools" },
      bySchool.length === 0 && h("p", {}, t("events.rooms.none")),
      bySchool.map((school) =>
        h(
          "fieldset",
          { class: "event-school" },
          h("legend", {}, school.name),
          rows.filter((row) => row.lab.school === school.id).map((row) => row.node),
        ),
      ),
      h("div", { class: "event-total" }, fault, total),
    ),
    legs: () => ticked().map((row) => row.leg()),
    /** Tells what is wrong with the choice and answers the field to go to, or null. */
    wrong: (purpose) => {
      const without = ["LESSON", "EXAM"].includes(purpose) ? ticked().find((row) => !row.leg().group) : null;
      const words = ticked().length === 0 ? t("events.fault.rooms") : without ? t("events.fault.group") : "";
      fault.hidden = words === "";
      show(fault, words);
      return words === "" ? null : (without?.whom ?? rows[0]?.box ?? fault);
    },
  };
}

function roomRow(lab, groups, onChange) {
  const box = h("input", { type: "checkbox", onchange: () => ((more.hidden = !box.checked), onChange()) });
  const counts = Array.from({ length: lab.seats }, (_, index) => h("option", { value: index + 1 }, String(index + 1)));
  const count = h("select", { id: freshId("seats"), onchange: onChange }, h("option", { value: "" }, `${t("events.seats.whole")} (${lab.seats})`), counts.slice(0, -1));
  const whom = h("select", { id: freshId("whom") }, h("option", { value: "" }, t("events.for.anyone")), groups.map((group) => h("option", { value: group.id }, group.name)));
  const field = (what, select) => h("div", { class: "field" }, h("label", { for: select.id }, t(what), h("span", { class: "unseen" }, `: ${lab.name}`)), select);
  const more = h("div", { class: "event-room-more", hidden: true }, field("events.seats", count), groups.length > 0 && field("events.for", whom));
  return {
    lab,
    box,
    whom: groups.length > 0 ? whom : null,
    node: h("div", { class: "event-room" }, h("label", { class: "tick" }, box, t("events.room", { name: lab.name, seats: t("form.seats-n", { n: lab.seats }) })), more),
    seats: () => Number(count.value || lab.seats),
    leg: () => ({ lab: lab.id, ...(count.value ? { count: Number(count.value) } : { wholeLab: true }), ...(whom.value ? { group: whom.value } : {}) }),
  };
}
