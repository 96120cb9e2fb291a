// Time as the school's clock shows it. Instants are ISO texts or epoch milliseconds; days are "2026-11-22".

import { locale, t } from "./i18n.js";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const formats = new Map();

function format(zone, options) {
  const key = `${locale()} ${zone} ${JSON.stringify(options)}`;
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat(locale(), { timeZone: zone, ...options }));
  }
  return formats.get(key);
}

export const millis = (instant) => (typeof instant === "number" ? instant : Date.parse(instant));
export const toInstant = (epochMillis) => new Date(epochMillis).toISOString();

/** "09:05" */
export function clock(instant, zone) {
  return format(zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(millis(instant));
}

/** "09:05–09:50" */
export const span = (start, end, zone) => `${clock(start, zone)}–${clock(end, zone)}`;

/** The day at a place, as "2026-11-22". */
export function dayOf(instant, zone) {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  return parts.format(millis(instant));
}

/** The instant of a wall time at a place; of a time that a clock change skips, the one after the change. */
export function at(day, time, zone) {
  const wall = Date.parse(`${day}T${time.slice(0, 5)}:00Z`);
  const guess = wall - aheadOfUtc(wall, zone);
  return wall - aheadOfUtc(guess, zone);
}

function aheadOfUtc(epochMillis, zone) {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(epochMillis);
  const part = (type) => Number(parts.find((one) => one.type === type).value);
  const wall = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return wall - Math.floor(epochMillis / 1000) * 1000;
}

/** A day some days later. */
export function plusDays(day, days) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** "MONDAY" … "SUNDAY" */
export function weekday(day) {
  const names = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"];
  return names[new Date(`${day}T00:00:00Z`).getUTCDay()];
}

/** "понедельник, 23 ноября" */
export function longDay(day) {
  return format("UTC", { weekday: "long", day: "numeric", month: "long" }).format(Date.parse(`${day}T00:00:00Z`));
}

/** "23 ноября" */
export function dayWithMonth(day) {
  return format("UTC", { day: "numeric", month: "long" }).format(Date.parse(`${day}T00:00:00Z`));
}

/** "пн 23" */
export function weekdayAndDay(day) {
  const named = format("UTC", { weekday: "short" }).format(Date.parse(`${day}T00:00:00Z`));
  return `${named} ${Number(day.slice(8))}`;
}

/** "пн" for 0 … "вс" for 6 */
export function weekdayOnly(index) {
  return format("UTC", { weekday: "short" }).format(Date.UTC(2024, 0, 1 + index));
}

/** "пн, 23 нояб." */
export function shortDay(day) {
  return format("UTC", { weekday: "short", day: "numeric", month: "short" }).format(Date.parse(`${day}T00:00:00Z`));
}

/** "23.11.2026" or "23/11/2026" */
export function dateFigures(day) {
  return format("UTC", { day: "2-digit", month: "2-digit", year: "numeric" }).format(Date.parse(`${day}T00:00:00Z`));
}

/** "23.11" */
export function dayAndMonth(day) {
  return format("UTC", { day: "2-digit", month: "2-digit" }).format(Date.parse(`${day}T00:00:00Z`));
}

/** A moment with its day unless that is today. */
export function moment(instant, zone, now) {
  const day = dayOf(instant, zone);
  return day === dayOf(now, zone) ? clock(instant, zone) : `${shortDay(day)}, ${clock(instant, zone)}`;
}

/** Whole minutes until an instant, never below 0; a started minute counts, as on a parking meter. */
export const minutesUntil = (instant, now) => Math.max(0, Math.ceil((millis(instant) - now) / MINUTE));

/** How long ago, in the largest unit that fits. */
export function age(instant, now) {
  const seconds = Math.max(0, Math.round((now - millis(instant)) / 1000));
  if (seconds < 60) {
    return seconds < 15 ? t("age.now") : t("age.seconds", { n: seconds });
  }
  if (seconds < 3600) {
    return t("age.minutes", { n: Math.floor(seconds / 60) });
  }
  return seconds < 48 * 3600
    ? t("age.hours", { n: Math.floor(seconds / 3600) })
    : t("age.days", { n: Math.floor(seconds / 86_400) });
}
