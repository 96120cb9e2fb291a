// Changing a booking from anywhere: done, with a way back; refused, with times that would do; or changed meanwhile by
// somebody else, and then both are shown and nothing is lost.

import { change, changeFollowing, checkChange, isOutdated } from "../bookings.js";
import { h } from "../dom.js";
import { t } from "../i18n.js";
import { millis, shortDay, dayOf, span } from "../time.js";
import { dialog } from "./dialog.js";
import { roomByOthers, tellOthers } from "./making-room.js";
import { bookedFor, seatsInWords } from "./names.js";
import { problemCard } from "./notice.js";
import { refusal } from "./refusal.js";
import { toast } from "./toast.js";

/**
 * Changes a booking and tells what came of it.
 *
 * @param booking as it was seen
 * @param wanted what shall differ: start, end, workstations, …
 * @param view zone, labels, bookings, day; refresh after anything changed
 * @param scope "ONE", or "FOLLOWING" for it and all of its series that follow
 * @returns whether it was changed
 */
export async function changeBooking(booking, wanted, view, scope = "ONE") {
  try {
    const after = scope === "ONE" ? await change(booking, wanted) : (await changeFollowing(booking, wanted)).find((one) => one.id === booking.id);
    const done = scope === "ONE" ? "change.done" : "change.done-following";
    toast(t(done, { who: bookedFor(after) || t("holder.lab"), ...words(after, view) }), () => takeBack(after, booking, view, scope));
    tellOthers(after.displaced, view);
    await view.refresh(after);
    return true;
  } catch (problem) {
    if (isOutdated(problem) && problem.details.current) {
      await view.refresh();
      outdated(booking, wanted, problem.details.current, view, scope);
    } else {
      await refused(booking, wanted, problem, view, scope);
    }
    return false;
  }
}

function takeBack(after, before, view, scope) {
  const wanted = { start: before.slot.start, end: before.slot.end, workstations: before.workstations, purpose: before.purpose, label: before.label };
  return changeBooking(after, after.lab === before.lab ? wanted : { ...wanted, lab: before.lab }, view, scope);
}

async function refused(booking, wanted, problem, view, scope) {
  let again = () => {};
  const offer = scope === "ONE" ? await roomByOthers(wanted, problem.details?.reasons ?? [], view, () => again({ displace: true }), (wish) => checkChange(booking, wish)) : null;
  dialog(t("change.refused"), (close) => {
    again = (more) => (close(), changeBooking(booking, { ...wanted, ...more }, view, scope));
    const details = problem.details;
    return [
      details?.reasons || details?.suggestions?.length > 0 || details?.conflicts?.length > 0
        ? refusal(details, view, {
            onSlot: (slot) => again({ start: slot.start, end: slot.end }),
            onOverride: (override) => again({ override }),
          })
        : problemCard(problem),
      offer,
      h("p", { class: "soft" }, t("change.kept", { who: bookedFor(booking), ...words(booking, view) })),
      h("div", { class: "dialog-actions" }, h("button", { class: "button", type: "button", onclick: close }, t("change.leave"))),
    ];
  });
}

/** Somebody was faster: theirs and ours beside each other, and the choice is the librarian's. */
function outdated(seen, wanted, current, view, scope) {
  const mine = { ...seen, ...wanted, slot: { start: wanted.start ?? seen.slot.start, end: wanted.end ?? seen.slot.end }, workstations: wanted.workstations ?? seen.workstations };
  const gone = current.status === "CANCELLED";
  dialog(t("outdated.title"), (close) => [
    h("p", {}, t(gone ? "outdated.gone" : "outdated.text", { who: bookedFor(current) })),
    h(
      "dl",
      { class: "versions" },
      h("div", {}, h("dt", {}, t("outdated.theirs")), version(current, view)),
      h("div", {}, h("dt", {}, t("outdated.mine")), version(mine, view)),
    ),
    h(
      "div",
      { class: "dialog-actions" },
      h("button", { class: "button", type: "button", onclick: close }, t("outdated.keep-theirs")),
      !gone && h("button", { class: "button main", type: "button", onclick: () => (close(), changeBooking(current, wanted, view, scope)) }, t("outdated.apply-mine")),
    ),
  ]);
}

function version(booking, view) {
  const { day, time, seats } = words(booking, view);
  return [h("dd", {}, day), h("dd", { class: "figures" }, h("strong", {}, time)), h("dd", {}, seats), booking.label && h("dd", {}, booking.label)];
}

const words = (booking, { zone, labels }) => ({
  day: shortDay(dayOf(booking.slot.start, zone)),
  time: span(millis(booking.slot.start), millis(booking.slot.end), zone),
  seats: booking.workstations.length > 0 ? seatsInWords(booking.workstations, labels) : "",
});
