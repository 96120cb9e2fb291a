// What each day is for a room: when it is open and which lessons it has, or why it is closed.

import { get } from "./api.js";
import { t, word } from "./i18n.js";
import { at, millis, plusDays } from "./time.js";

/** The days of a room from one on; times are epoch milliseconds. */
export async function daysOf(lab, from, count = 1) {
  const told = await get(`/labs/${lab}/days`, { from, to: plusDays(from, count) });
  return told.map((day) => ({
    ...day,
    hours: day.hours.map((slot) => ({ start: millis(slot.start), end: millis(slot.end) })),
    lessons: day.lessons.map(({ number, slot }) => ({ lesson: number, start: millis(slot.start), end: millis(slot.end) })).sort((a, b) => a.start - b.start),
  }));
}

export const dayOfLab = async (lab, day) => (await daysOf(lab, day))[0];

/** Whether a time lies wholly in the hours of its day. */
export const isOpen = (plan, start, end) => plan.hours.some((one) => one.start <= start && one.end >= end);

/** Why a day is closed, in words; an empty text for an open one. */
export const closedWords = ({ open, reason, note }) => (open ? "" : [t("closed"), reason && word("closed", reason), note].filter(Boolean).join(" · "));

/** What a closed day without bookings shows: a usual working day. */
export const usualHours = (day, zone) => ({ start: at(day, "08:00", zone), end: at(day, "18:00", zone) });
