// Bookings as the controller speaks of them. Pages ask here and nowhere else, so a changed address or field is one line.

import { get, patch, post, put, remove } from "./api.js";
import { toInstant } from "./time.js";

const asInstant = (time) => (typeof time === "number" ? toInstant(time) : time);

export const bookingsOfLab = (lab, from, to) => get(`/labs/${lab}/bookings`, { from: asInstant(from), to: asInstant(to) });
export const bookingsOfPerson = (person) => get(`/people/${person}/bookings`);
export const bookingsOfGroup = (group) => get(`/groups/${group}/bookings`);
export const historyOf = (id) => get(`/bookings/${id}/history`);

/** Books. The id is ours, so that asking again after a broken answer books once. */
export const book = (id, wish) => put(`/bookings/${id}`, spoken(wish));

/** Moves, stretches, seats anew or words anew; only what `change` names is changed, and only of the version that was seen. */
export const change = (booking, wanted) => patch(`/bookings/${booking.id}`, { version: booking.version, ...spoken(wanted) });

/** The same for a booking and all of its series that follow, by as much on the wall clock; all or none. */
export const changeFollowing = (booking, wanted) => patch(`/bookings/${booking.id}/following`, { version: booking.version, ...spoken(wanted) });

export const cut = (booking, at, secondId) => post(`/bookings/${booking.id}/split`, { version: booking.version, at: asInstant(at), secondId });
export const confirmHold = (booking) => post(`/bookings/${booking.id}/confirm`, { version: booking.version });

/** Cancels one booking, or it and those of its series that follow: scope is "ONE" or "FOLLOWING". */
export const cancel = (booking, scope = "ONE") => remove(`/bookings/${booking.id}`, { version: booking.version, scope });

/** Asks whether a wish would do, and changes nothing: {possible, workstations, reasons, suggestions}. */
export const check = (wish) => post("/booking-checks", spoken(wish));

/** Asks whether a change of a booking would do. */
export const checkChange = (booking, wanted) => post(`/bookings/${booking.id}/check`, spoken(wanted));

/** Asks what would become of each date of a series. */
export const checkSeries = async (wish) => fatesOf(await post("/series-checks", wish));
export const bookSeries = async (id, wish) => fatesOf(await put(`/series/${id}`, wish));

/** Events with seats kept in one's schools. */
export const eventsIn = (from, to) => get("/events", { from: asInstant(from), to: asInstant(to) });

/** Asks what each room would say to an event: {kept, parts}; nothing is written. */
export const checkEvent = (wish) => post("/event-checks", spoken(wish));

/** Books all rooms of an event or none; asking again with the same id books once. */
export const bookEvent = (id, wish) => put(`/events/${id}`, spoken(wish));
export const cancelEvent = (id) => remove(`/events/${id}`);

/** The parts of a series by their fate; `kept` tells whether anything was written. */
function fatesOf({ kept, words, parts }) {
  const those = (...fates) => parts.filter((part) => fates.includes(part.fate));
  return {
    kept,
    words,
    placed: those("PLACED", "ALREADY_PLACED", "POSSIBLE").map((part) => part.booking ?? { slot: part.slot, lab: part.lab, workstations: [] }),
    refused: those("REFUSED"),
    gaps: those("IN_GAP").map((part) => part.start),
  };
}

export const isOutdated = (problem) => problem.code === "outdated";
/** Whether the controller says that a stated reason outweighs what stands in the way. */
export const mayOverride = (reasons) => reasons.length > 0 && reasons.every((reason) => reason.overridable);
/** The reasons of a refusal; an answer without a list is one reason by itself. */
export const reasonsOf = (details) => details.reasons ?? [{ ...details, conflicts: details.conflicts ?? [] }];

/** crypto.randomUUID() is missing where a page came over plain http from another machine. */
export function freshBookingId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function spoken(wish) {
  const times = ["start", "end"].filter((name) => name in wish).map((name) => [name, asInstant(wish[name])]);
  return { ...wish, ...Object.fromEntries(times) };
}
