/** The queue: which seats to wait for, the number, the seat that is held. */
import { h, icon } from "../dom.js";
import { back, button, exit, message, title } from "../parts.js";
import { feature } from "../room.js";
import { state } from "../state.js";
import { countdown, now } from "../time.js";
import { spell, t } from "../words.js";

/** What somebody may need of a seat; the rest is a matter of taste. */
const NEEDS = ["ACCESSIBLE", "WEBCAM", "HEADSET"];

const needs = () =>
  NEEDS.filter((need) => state.site.seats.some(({ features }) => features.includes(need)));

/** Whether there is anything to choose; else one press is enough. */
export const canChoose = () => state.site.labs.length > 1 || needs().length > 0;

/** Which seats somebody wants to wait for. */
export function line() {
  const { site, wish } = state;
  const { labs, estimateMinutes } = site.queue;
  const labButton = (id, name, minutes) =>
    h("button", { type: "button", class: "wish", act: "wish-lab", arg: id ?? "", "aria-pressed": String(wish.lab === id) },
      h("span", {}, name), h("b", {}, about(minutes)));
  return {
    main: [
      title(t("line.title")),
      h("div", { class: "wishes", role: "group", "aria-label": t("line.lab") },
        labButton(null, t("line.any-lab"), estimateMinutes),
        site.labs.length < 2 ? null : site.labs.map((lab) =>
          labButton(lab.id, lab.name, labs.find((one) => one.lab === lab.id)?.estimateMinutes ?? null))),
      needs().length === 0 ? null : h("div", { class: "wishes", role: "group", "aria-label": t("line.need") },
        needs().map((need) =>
          h("button", { type: "button", class: "wish", act: "wish-need", arg: need, "aria-pressed": String(wish.features.includes(need)) },
            icon(need.toLowerCase(), "icon-large"), h("span", {}, feature(need))))),
      button("main", "ticket", t("go.queue"), "queue"),
    ],
    foot: [back(), exit()],
  };
}

const about = (minutes) => (minutes === null ? t("line.unknown") : t("line.about", { time: spell(minutes * 60_000) }));

export function waiting({ number, before, estimateMinutes, statedMinutes, lab, features }) {
  const estimate = estimateMinutes === null ? t("queue.unknown")
    : t("queue.estimate", { time: spell(estimateMinutes * 60_000) });
  const moved = statedMinutes !== null && estimateMinutes !== null && estimateMinutes > statedMinutes;
  const room = state.site.labs.find(({ id }) => id === lab);
  return [
    h("section", { class: "slip slip-large" },
      title(t("queue.title")),
      h("p", { class: "ticket-number" }, number),
      room === undefined && features.length === 0 ? null
        : h("p", { class: "ticket-wish" }, room?.name ?? "", features.map((need) => icon(need.toLowerCase())))),
    h("section", { class: "told" },
      h("p", { class: "lead" }, icon("clock", "icon-large"), " ", estimate),
      moved ? h("p", {}, t("queue.stated", { time: spell(statedMinutes * 60_000) })) : null,
      h("p", {}, before === 0 ? t("queue.first") : t("queue.before", { n: before })),
      h("p", {}, t("queue.watch")),
      button("main", "walk", t("queue.wait"), "leave"),
      button("plain", "cross", t("queue.leave"), "leave-queue")),
  ];
}

export function held({ number, held: { seat, seatLabel, until } }) {
  return message("go", "ticket", t("held.title"), [
    t("held.seat", { number, seat: seatLabel }),
    h("b", { class: "countdown", role: "timer" }, countdown(until - now())),
  ], [
    button("main", "check", t("hello.take-seat", { seat: seatLabel }), "take", seat),
    button("plain", "cross", t("queue.leave"), "leave-queue"),
  ]);
}
