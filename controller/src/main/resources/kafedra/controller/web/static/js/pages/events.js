// Events over several schools: what is coming, and a form that takes rooms of many schools for one time, all or none.

import { get, serverNow } from "../api.js";
import { cancelEvent, eventsIn } from "../bookings.js";
import { h, icon, show } from "../dom.js";
import { t } from "../i18n.js";
import { confirm } from "../parts/dialog.js";
import { goodCard, problemCard, say } from "../parts/notice.js";
import { byLabel } from "../parts/names.js";
import { eventForm } from "./events-form.js";
import { eventList, roomsInWords, whenInWords } from "./events-list.js";

/** A school year ahead. */
const AHEAD_MS = 369 * 86_400_000;

export async function open(place) {
  const [labs, groups] = await Promise.all([get("/labs"), get("/groups")]);
  const own = new Set(place.schools.map((school) => school.id));
  const setting = {
    zone: place.school.zone,
    school: place.school,
    schools: place.schools,
    labs: labs.filter((lab) => own.has(lab.school)).sort((a, b) => byLabel(a.name, b.name)),
    groups: groups.filter((group) => own.has(group.school)),
  };
  const told = h("div", { class: "events-told", tabindex: "-1" });
  const list = h("section", { class: "sheet" });
  const formBox = h("section", { class: "sheet", id: "event-form", hidden: true, "aria-label": t("events.new") });
  const toggle = h("button", { class: "button main", type: "button", "aria-controls": "event-form", onclick: () => turn(formBox.hidden) });

  const turn = (shown) => {
    formBox.hidden = !shown;
    toggle.setAttribute("aria-expanded", String(shown));
    toggle.classList.toggle("main", !shown);
    show(toggle, shown ? t("events.hide") : [icon("plus"), t("events.new")]);
    if (shown) {
      show(told);
      formBox.querySelector("input")?.focus();
    }
  };
  const freshForm = () => show(formBox, eventForm(setting, booked));
  const booked = async (outcome) => {
    freshForm();
    turn(false);
    show(told, goodCard(t("events.booked"), outcome));
    say(t("events.booked"));
    told.focus();
    await reload();
  };
  const cancel = async (event) => {
    const yes = await confirm({
      title: t("events.cancel.title"),
      text: t("events.cancel.text", { title: event.title, when: whenInWords(event, setting), rooms: roomsInWords(event, setting) }),
      yes: t("events.cancel"),
      no: t("events.cancel.no"),
    });
    if (!yes) {
      return;
    }
    try {
      await cancelEvent(event.id);
      show(told, goodCard(t("events.cancelled", { title: event.title })));
      say(t("events.cancelled", { title: event.title }));
    } catch (problem) {
      show(told, problemCard(problem));
    }
    told.focus();
    await reload();
  };
  const load = async () => {
    const now = serverNow();
    const events = await eventsIn(now, now + AHEAD_MS);
    place.signal.aborted || show(list, eventList(events, setting, cancel));
  };
  const reload = () => load().catch((problem) => show(list, problemCard(problem, reload)));

  freshForm();
  turn(false);
  await load();
  show(place.root, place.heading(toggle), h("p", { class: "soft" }, t("events.about")), told, formBox, list);
}
