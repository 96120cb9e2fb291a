// The school year: every day at a glance, terms and holidays, days that differ, bells. Each change is saved at once and
// with the version that was read, so that two people never undo one another's.

import { get, put, serverNow } from "../api.js";
import { h, show } from "../dom.js";
import { t } from "../i18n.js";
import { labChoice, labsOf } from "../parts/lab-choice.js";
import { empty, goodCard, problemCard, say } from "../parts/notice.js";
import { dayOf, plusDays } from "../time.js";
import { bellsSheet, hoursSheet } from "./calendar-bells.js";
import { closuresOf, closuresSheet } from "./calendar-closures.js";
import { daySheet } from "./calendar-day.js";
import { STAY } from "./calendar-form.js";
import { fateOfBookings, tellDialog } from "./calendar-hit.js";
import { namedSheet, specialSheet, yearSheet } from "./calendar-lists.js";
import { yearGrid } from "./calendar-year.js";

const MOST_DAYS = 400;

export async function open(place) {
  const { labs, chosen } = await labsOf(place);
  const today = dayOf(serverNow(), place.school.zone);
  const told = h("div", { class: "calendar-told", "aria-live": "polite" });
  const body = h("div", { class: "calendar-page" });
  let lab = chosen;

  const load = async () => {
    const calendar = await get(`/schools/${place.school.id}/calendar`);
    const year = shownYear(calendar.plan, today);
    const days = lab ? await get(`/labs/${lab.id}/days`, { from: year.first, to: plusDays(year.last, 1) }) : [];
    const { closures, everyLab } = await closuresOf(place);
    const context = { place, calendar, days, year, today, lab, labs, closures, everyLab, save, reload: load };
    show(
      body,
      lab ? yearGrid(context, (day) => daySheet(context, day)) : empty("room", t("calendar.no-labs"), t("calendar.no-labs.next")),
      h(
        "div",
        { class: "calendar-lists" },
        h("div", { class: "calendar-column" }, closuresSheet(context), namedSheet(context, "holidays")),
        h("div", { class: "calendar-column" }, yearSheet(context), specialSheet(context)),
        namedSheet(context, "terms"),
      ),
      h("div", { class: "calendar-lists" }, hoursSheet(context), bellsSheet(context)),
    );
  };

  /** Saves a changed plan; answers null, the problem for whoever asked, or STAY if the form is to be gone back to. */
  const save = async (context, plan, words) => {
    let cancelled = [];
    try {
      const fate = await fateOfBookings(context, plan);
      if (fate === null) {
        return STAY;
      }
      ({ cancelled } = await put(`/schools/${place.school.id}/calendar`, { version: context.calendar.version, plan, bookings: fate }));
    } catch (problem) {
      if (problem.code === "calendar-changed") {
        await load();
        show(told, problemCard(problem));
        return null;
      }
      return problem;
    }
    await load();
    show(told, goodCard(words));
    say(words);
    if (cancelled.length > 0) {
      tellDialog(context, cancelled);
    }
    return null;
  };

  const choice = chosen && labChoice(labs, chosen, (one) => ((lab = one), load().catch((problem) => show(told, problemCard(problem, load)))));
  show(place.root, place.heading(), choice, told, body);
  await load();
}

/** Twelve months: from the first of the plan's school year, or from September where it has none; longer if the year is. */
function shownYear(plan, today) {
  const [year, month] = today.split("-").map(Number);
  const first = plan.year ? `${plan.year.first.slice(0, 7)}-01` : `${month >= 9 ? year : year - 1}-09-01`;
  const twelve = plusDays(`${Number(first.slice(0, 4)) + 1}${first.slice(4)}`, -1);
  const end = plan.year && plan.year.last > twelve ? monthEnd(plan.year.last) : twelve;
  const most = plusDays(first, MOST_DAYS - 1);
  return { first, last: most < end ? most : end };
}

function monthEnd(day) {
  const [year, month] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
