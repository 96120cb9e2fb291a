/**
 * Time as the kiosk program tells it. The browser's clock may be wrong (a Pi has none of its own), so
 * now() is the program's last word plus what passed since by the browser's monotonic clock.
 */
let told = Date.now();
let toldAt = performance.now();
let zone;

export function setTime(site) {
  told = site.now;
  toldAt = performance.now();
  zone = site.zone;
}

export const now = () => told + (performance.now() - toldAt);

const formats = new Map();

function format(lang, options) {
  const name = lang + zone + JSON.stringify(options);
  if (!formats.has(name)) {
    const locale = lang === "ru" ? "ru-RU" : "en-GB";
    formats.set(name, new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }));
  }
  return formats.get(name);
}

/** «09:05» in the school's zone. */
export const clock = (lang, at) => format(lang, { hour: "2-digit", minute: "2-digit" }).format(at);

/** «понедельник, 23 ноября». */
export const longDate = (lang, at) =>
  format(lang, { weekday: "long", day: "numeric", month: "long" }).format(at);

/** «23 ноября». */
export const shortDate = (lang, at) => format(lang, { day: "numeric", month: "long" }).format(at);

/** «понедельник». */
export const weekday = (lang, at) => format(lang, { weekday: "long" }).format(at);

/** The calendar day in the school's zone, «2026-11-23». */
export function dayOf(at) {
  return format("en", { year: "numeric", month: "2-digit", day: "2-digit" })
    .formatToParts(at)
    .filter((part) => part.type !== "literal")
    .map((part) => part.value)
    .reverse()
    .join("-");
}

/** «2:05» for a countdown. */
export function countdown(ms) {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** When it is time to come to an end, and when to save at once. */
const SOON_MS = 6 * 60_000;
const NOW_MS = 2 * 60_000;

/** How near the end is: calm, soon, now. */
export const urgency = (ms) => (ms <= NOW_MS ? "now" : ms <= SOON_MS ? "soon" : "calm");
