// Short forms of names, seats and people for tight places.

import { t } from "../i18n.js";

/** "Иванова Анна Петровна" → "Иванова А." */
export function shortName(name) {
  const [last, first] = name.split(/\s+/);
  return first ? `${last} ${first[0]}.` : last;
}

/** "Физика 10-11, сетевая группа" → "Физика 10-11" */
export const shortGroup = (name) => name.split(",")[0];

/** Who a booking is for. */
export const bookedFor = (booking) => booking.person?.name ?? booking.group?.name ?? booking.label ?? "";

/** "1–4, 7": labels of seats, runs of numbers drawn together. */
export function seatLabels(workstations, labels) {
  const names = workstations.map((id) => labels.get(id) ?? id).sort(byLabel);
  const runs = [];
  for (const name of names) {
    const run = runs.at(-1);
    if (run && Number(name) === Number(run.at(-1)) + 1) {
      run.push(name);
    } else {
      runs.push([name]);
    }
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(", "))).join(", ");
}

/** "места 1–4" or "место 7" */
export const seatsInWords = (workstations, labels) => t("seats", { n: workstations.length, labels: seatLabels(workstations, labels) });

export const byLabel = (a, b) => String(a).localeCompare(String(b), "ru", { numeric: true });
