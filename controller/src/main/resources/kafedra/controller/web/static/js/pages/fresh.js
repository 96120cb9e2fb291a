// Keeps a page of bookings fresh: the live stream of a room says when something changed today, and a question now and then
// covers the days that the stream does not tell of. Nothing is redrawn under a hand or a dialog.

import { follow } from "../live.js";

const ASK_EVERY_MS = 10_000;
const SETTLE_MS = 300;
const REDRAW_MS = 60_000;

/**
 * Watches until the signal ends.
 *
 * @param signal of the page
 * @param page lab() now shown, hasToday() whether today is among its days, read() of its bookings, isBusy() while nothing may be redrawn, take(bookings) to draw,
 *     link(state) of the stream
 */
export function keepFresh(signal, page) {
  let known = "";
  let heard = "";
  let drawnAt = Date.now();
  let following = null;
  let unfollow = () => {};
  let timer;

  const look = async () => {
    if (signal.aborted || page.isBusy()) {
      return;
    }
    const lab = page.lab();
    try {
      const bookings = await page.read();
      const now = signature(bookings);
      if (signal.aborted || page.isBusy() || lab !== page.lab()) {
        return;
      }
      if (now !== known || Date.now() - drawnAt > REDRAW_MS) {
        known = now;
        drawnAt = Date.now();
        page.take(bookings);
      }
    } catch (problem) {
      console.warn("bookings could not be read again", problem.code);
    }
  };
  const listen = () => {
    const wanted = page.hasToday() ? page.lab() : null;
    if (following === wanted) {
      return;
    }
    unfollow();
    unfollow = () => {};
    following = wanted;
    heard = "";
    if (wanted === null) {
      page.link("open");
      return;
    }
    const hear = (live) => {
      const now = signature(live.bookings);
      if (heard !== "" && heard !== now) {
        clearTimeout(timer);
        timer = setTimeout(look, SETTLE_MS);
      }
      heard = now;
    };
    unfollow = follow(`/labs/${following.id}/live/events`, "live", hear, page.link);
  };
  listen();
  const rhythm = setInterval(() => (listen(), look()), ASK_EVERY_MS);
  signal.addEventListener("abort", () => {
    clearInterval(rhythm);
    clearTimeout(timer);
    unfollow();
  });
}

const signature = (bookings) => bookings.map((one) => `${one.id} ${one.version} ${one.status} ${one.siteKnows}`).join();
