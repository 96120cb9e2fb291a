// Live streams of the controller. A lost one comes back by itself; meanwhile the page says so and keeps what it showed.

import { address, get } from "./api.js";

const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 20_000];

/**
 * Follows a stream of server-sent events.
 *
 * @param path of the stream below /api/v1
 * @param event the name of its events
 * @param onData gets each event's parsed data
 * @param onState gets "open" or "lost"
 * @returns a function that stops it
 */
export function follow(path, event, onData, onState) {
  let source;
  let timer;
  let failures = 0;
  let stopped = false;

  const open = () => {
    source = new EventSource(address(path));
    source.addEventListener("open", () => {
      failures = 0;
      onState("open");
    });
    source.addEventListener(event, (message) => onData(JSON.parse(message.data)));
    source.addEventListener("error", lost);
  };

  const lost = () => {
    source.close();
    onState("lost");
    const wait = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)];
    failures += 1;
    clearTimeout(timer);
    timer = setTimeout(reopen, wait);
  };

  // An event stream does not tell why it ended: a plain question does, and a sign-in that ran out leads to the sign-in page.
  const reopen = async () => {
    if (stopped) {
      return;
    }
    try {
      await get("/session");
    } catch (problem) {
      if (problem.status !== 401 && !stopped) {
        lost();
      }
      return;
    }
    if (!stopped) {
      open();
    }
  };

  open();
  return () => {
    stopped = true;
    clearTimeout(timer);
    source.close();
  };
}
