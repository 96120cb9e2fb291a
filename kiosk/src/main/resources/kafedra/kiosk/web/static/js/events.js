/** The program's live events, with our own reconnection: the browser's gives up for good on an error page. */
const RETRY_MS = [500, 1000, 2000, 4000, 8000];
/** The program speaks at least every 30 s; silence beyond this is a dead connection. */
const SILENCE_MS = 75_000;
/** A restart of a few moments is not worth a full-screen notice. */
const PATIENCE_MS = 2500;

export function listen({ path = "/events", onSite, onVisit, onRefusal, onOpen, onLost }) {
  let source = null;
  let tries = 0;
  let heard = performance.now();
  let lostTimer = null;

  function connect() {
    source = new EventSource(path);
    source.onopen = () => {
      tries = 0;
      heard = performance.now();
      clearTimeout(lostTimer);
      lostTimer = null;
      onOpen();
    };
    source.onerror = reconnect;
    source.addEventListener("site", (event) => deliver(event, onSite));
    source.addEventListener("visit", (event) => deliver(event, onVisit));
    source.addEventListener("refusal", (event) => deliver(event, onRefusal));
  }

  function deliver(event, receiver) {
    heard = performance.now();
    receiver(JSON.parse(event.data));
  }

  function reconnect() {
    source.close();
    lostTimer ??= setTimeout(onLost, PATIENCE_MS);
    setTimeout(connect, RETRY_MS[Math.min(tries++, RETRY_MS.length - 1)]);
  }

  setInterval(() => {
    if (source.readyState === EventSource.OPEN && performance.now() - heard > SILENCE_MS) reconnect();
  }, 5000);
  connect();
}
