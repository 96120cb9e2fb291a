// The queue beside the room: numbers in the order of their turns, and how good its promises were.

import { get, serverNow } from "../api.js";
import { h, icon, show } from "../dom.js";
import { number, percent, t, word } from "../i18n.js";
import { clock, millis, minutesUntil, toInstant } from "../time.js";
import { freeElsewhere } from "./free-elsewhere.js";
import { order } from "./orders.js";

const REPORT_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The section with the queue of a lab.
 *
 * @returns its node, and what draws it anew
 */
export function queueList(lab, zone) {
  const list = h("ol", { class: "queue-list" });
  const answer = h("div", {});
  const measured = h("p", { class: "soft small" });
  const elsewhere = freeElsewhere(lab, zone);
  const ask = (path, body, done) => order(`/labs/${lab.id}/queue/${path}`, body, answer, done);
  const node = h(
    "section",
    { class: "sheet room-queue", "aria-labelledby": "queue" },
    h("div", { class: "sheet-head" }, h("h2", { id: "queue" }, t("queue.title"))),
    list,
    answer,
    measured,
    elsewhere.node,
  );
  tellMeasured(lab, measured);
  const update = (live, now) => {
    show(list, live.queue.length === 0 ? h("li", { class: "soft" }, t("queue.nobody")) : live.queue.map((one) => row(one, now, zone, ask)));
    elsewhere.update(live, now);
  };
  return { node, list, update };
}

function row(one, now, zone, ask) {
  const name = t("queue.number", { n: one.number });
  const act = (key, path, body, done) =>
    h("button", { class: "button quiet", type: "button", "aria-label": `${t(key)}: ${name}`, onclick: () => ask(path, body, done) }, t(key));
  return h(
    "li",
    { class: one.held ? "queued called" : "queued" },
    h("strong", { class: "queue-number figures", "aria-label": name }, one.number),
    h(
      "div",
      { class: "queue-who" },
      h("span", { class: "queue-name" }, one.person.name, one.features.map((feature) => icon(feature.toLowerCase(), word("feature", feature)))),
      h("span", { class: "soft small" }, state(one, now, zone)),
    ),
    h(
      "div",
      { class: "queue-acts" },
      one.held && act("queue.next", "next", { workstation: one.held.workstation }, t("queue.next.done")),
      act("queue.to-end", `${one.ticket}/to-end`, undefined, t("queue.to-end.done", { n: one.number })),
      act("queue.remove", `${one.ticket}/remove`, undefined, t("queue.remove.done", { n: one.number })),
    ),
  );
}

function state(one, now, zone) {
  if (one.held) return t("queue.held", { seat: one.held.label, time: clock(one.held.until, zone) });
  const waits = t("queue.waits", { n: Math.max(0, Math.floor((now - millis(one.drawnAt)) / 60_000)) });
  const expects = one.expected === null ? t("queue.no-estimate") : t("queue.expects", { n: minutesUntil(one.expected, now), time: clock(one.expected, zone) });
  return `${waits}; ${expects}`;
}

/** What was promised against what it came to. A report that does not come is not missed. */
async function tellMeasured(lab, node) {
  const now = serverNow();
  const range = `from=${encodeURIComponent(toInstant(now - REPORT_DAYS * DAY_MS))}&to=${encodeURIComponent(toInstant(now))}`;
  const reports = await get(`/queue-waits?school=${lab.school}&${range}`).catch(() => []);
  const error = reports.find((report) => report.lab === lab.id)?.error ?? null;
  show(
    node,
    error !== null &&
      t("queue.measured", {
        stated: number(error.statedMinutes),
        waited: number(error.waitedMinutes),
        off: number(error.medianErrorMinutes),
        p90: number(error.p90ErrorMinutes),
        share: percent(error.withinFiveMinutes),
        n: error.count,
      }),
  );
}
