// The board of a week. Every lesson of every day is a button; blocks of bookings lie over them for the hand.

import { closedWords, isOpen, usualHours } from "../days.js";
import { h, icon } from "../dom.js";
import { t } from "../i18n.js";
import { hyphened } from "../parts/hyphens.js";
import { bookedFor, shortGroup, shortName } from "../parts/names.js";
import { HOUR, MINUTE, endOf, overlaps, startOf, stepsOf, takenAtMost, toMark } from "../schedule.js";
import { at, clock, dayOf, longDay, span, weekdayAndDay } from "../time.js";

const AROUND = 30;

export function weekBoard({ lab, days, seats, bookings, zone, now, shown, labels }) {
  const usable = seats.filter((seat) => seat.service === "IN_SERVICE").length;
  const frame = frameOf(days, bookings, zone);
  const columns = days.map(({ day, plan }) => column({ day, plan, bookings, frame, zone, now, usable, seats }));
  const hours = [];
  for (let minute = Math.ceil(frame.start / 60) * 60; minute < frame.end; minute += 60) {
    hours.push(h("span", { vars: { "--at": (minute - frame.start) / (frame.end - frame.start) } }, `${String(minute / 60).padStart(2, "0")}:00`));
  }
  const box = h(
    "div",
    { class: "week-box", vars: { "--days": days.length, "--minutes": frame.end - frame.start } },
    h(
      "div",
      { class: "week-head" },
      h("span", {}),
      columns.map(({ day }) => h("a", { class: `week-day-name ${day === shown ? "shown" : ""} ${day === dayOf(now, zone) ? "today" : ""}`, href: `#/day?lab=${lab.id}&day=${day}`, title: t("week.open-day", { day: longDay(day) }) }, weekdayAndDay(day))),
    ),
    h(
      "div",
      { class: "week-whole" },
      h("div", { class: "week-hours", "aria-hidden": "true" }, hours),
      columns.map((one) => h("div", { class: `week-day ${one.day === shown ? "shown" : ""}`, role: "group", "aria-label": longDay(one.day), "data-day": one.day }, one.cells.map((cell) => cell.node), one.blocks.map((block) => block.node), one.layer, !one.plan.open && h("p", { class: "week-closed" }, closedWords(one.plan)), nowLine(one.day, frame, now, zone))),
    ),
  );
  const area = (column) => column.layer.getBoundingClientRect();
  return {
    lab, days, seats, bookings, zone, now, frame, columns, box, labels, usable,
    blockOf: (node) => columns.flatMap((one) => one.blocks).find((block) => block.node === node),
    cellOf: (node) => columns.flatMap((one) => one.cells).find((cell) => cell.node === node),
    columnAt: (x) => columns.find((one) => area(one).left <= x && area(one).right > x),
    timeAt: (column, y) => {
      const { top, height } = area(column);
      const minute = frame.start + ((y - top) / height) * (frame.end - frame.start);
      return toMark(at(column.day, "00:00", zone) + minute * MINUTE);
    },
    place: (day, start, end) => place(frame, day, start, end, zone),
    scrollToBegin: () => {
      const first = columns.flatMap((one) => one.cells)[0];
      box.scrollTop = first ? first.node.offsetTop - 60 : 0;
    },
  };
}

/** Minutes of the day of a moment; what runs over midnight ends at 24 hours. */
function minuteOf(day, time, zone) {
  if (dayOf(time, zone) !== day) {
    return time > at(day, "12:00", zone) ? 24 * 60 : 0;
  }
  const [hours, minutes] = clock(time, zone).split(":");
  return Number(hours) * 60 + Number(minutes);
}

/** From the first bell or booking of the week to the last, a little wider; where there is neither, the open hours. */
function frameOf(days, bookings, zone) {
  const minute = (time) => minuteOf(dayOf(time, zone), time, zone);
  const lessons = days.flatMap((one) => one.plan.lessons);
  const ofBookings = bookings.map((one) => ({ start: startOf(one), end: Math.min(endOf(one), at(dayOf(startOf(one), zone), "23:59", zone)) }));
  const known = [...lessons, ...ofBookings];
  const spans = known.length > 0 ? known : [...days.flatMap((one) => one.plan.hours), usualHours(days[0].day, zone)];
  const around = known.length > 0 ? AROUND : 0;
  return { start: Math.max(0, Math.min(...spans.map((one) => minute(one.start))) - around), end: Math.min(24 * 60, Math.max(...spans.map((one) => minute(one.end))) + around) };
}

function place(frame, day, start, end, zone) {
  const whole = frame.end - frame.start;
  const from = Math.max(frame.start, minuteOf(day, start, zone));
  const until = Math.min(frame.end, minuteOf(day, end, zone));
  return { "--at": (from - frame.start) / whole, "--long": Math.max(0, until - from) / whole };
}

function column({ day, plan, bookings, frame, zone, now, usable, seats }) {
  const midnight = at(day, "00:00", zone);
  const stretch = { start: midnight + frame.start * MINUTE, end: midnight + frame.end * MINUTE };
  const own = bookings.filter((one) => dayOf(startOf(one), zone) === day);
  const cells = stepsOf(plan.lessons, stretch)
    .filter((step) => step.lesson !== null || step.end - step.start === HOUR)
    .map((step) => cell({ ...step, day, own, usable, shut: !isOpen(plan, step.start, step.end), place: (start, end) => place(frame, day, start, end, zone), zone, now }));
  const blocks = packed(merged(own, cells)).map((block) => ({ ...block, day, node: blockNode(block, { day, frame, zone, now, seats }) }));
  return { day, plan, cells, blocks, layer: h("div", { class: "week-layer", "aria-hidden": "true" }) };
}

function cell({ start, end, lesson, day, own, usable, shut, place, zone, now }) {
  const during = own.filter((one) => overlaps(one, start, end));
  const taken = takenAtMost(own, start, end);
  const past = end <= now;
  const names = during.map((one) => bookedFor(one) || t("holder.lab"));
  const time = span(start, end, zone);
  const about = [lesson === null ? time : t("week.lesson", { n: lesson, time }), t("week.taken", { n: taken, all: usable }), names.join(", "), past ? t("day.cell.past") : shut && t("day.cell.shut")];
  const share = usable > 0 ? Math.min(1, taken / usable) : 0;
  const node = h(
    "button",
    { class: `week-cell ${lesson === null ? "hour" : ""} ${past || shut ? "past" : ""} ${share >= 1 ? "full" : ""}`, type: "button", tabindex: "-1", "data-start": start, title: taken > 0 ? t("week.taken", { n: taken, all: usable }) : null, vars: { ...place(start, end), "--share": share } },
    h("span", { class: "week-gauge", "aria-hidden": "true" }),
    h("span", { class: "week-number" }, lesson ?? ""),
    h("span", { class: "unseen" }, ` ${about.filter(Boolean).join(". ")}`),
  );
  return { node, start, end, lesson, day, during, past: past || shut, taken };
}

/** Groups stand alone; people who begin in the same lesson stand together. */
function merged(own, cells) {
  const blocks = [];
  const people = new Map();
  for (const booking of own) {
    if (!booking.person) {
      blocks.push({ bookings: [booking], start: startOf(booking), end: endOf(booking) });
      continue;
    }
    const home = cells.find((one) => one.start <= startOf(booking) && one.end > startOf(booking));
    const key = home ? home.start : startOf(booking);
    people.set(key, [...(people.get(key) ?? []), booking]);
  }
  for (const together of people.values()) {
    blocks.push({ bookings: together, start: Math.min(...together.map(startOf)), end: Math.max(...together.map(endOf)) });
  }
  return blocks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Blocks that overlap stand beside each other. */
function packed(blocks) {
  const done = [];
  let cluster = [];
  let until = -Infinity;
  // A group has more to say than one person.
  const close = () => {
    const lanes = [];
    cluster.forEach((one) => (lanes[one.lane] = Math.max(lanes[one.lane] ?? 0, one.bookings[0].person ? 1 : 1.7)));
    const whole = lanes.reduce((sum, one) => sum + one, 0);
    const before = (lane) => lanes.slice(0, lane).reduce((sum, one) => sum + one, 0);
    done.push(...cluster.map((one) => ({ ...one, left: before(one.lane) / whole, share: lanes[one.lane] / whole, alone: lanes.length === 1 })));
    cluster = [];
  };
  for (const block of blocks) {
    if (block.start >= until) {
      close();
    }
    const taken = cluster.filter((one) => one.end > block.start).map((one) => one.lane);
    let lane = 0;
    while (taken.includes(lane)) {
      lane += 1;
    }
    cluster.push({ ...block, lane });
    until = Math.max(until, block.end);
  }
  close();
  return done;
}

function blockNode(block, { day, frame, zone, now, seats }) {
  const [first] = block.bookings;
  const many = block.bookings.length > 1;
  const count = new Set(block.bookings.flatMap((one) => one.workstations)).size;
  const narrow = first.person && !block.alone;
  const name = narrow ? String(block.bookings.length) : many ? t("people", { n: block.bookings.length }) : first.person ? shortName(first.person.name) : shortGroup(bookedFor(first)) || t("holder.lab");
  const past = block.end <= now;
  const whole = !many && count === seats.length && count > 1;
  return h(
    "div",
    {
      class: `week-block ${block.alone ? "alone" : ""} ${past ? "past" : ""} ${first.person ? "of-people" : ""} for-${first.purpose.toLowerCase().replaceAll("_", "-")} ${first.status === "HELD" ? "held" : ""}`,
      "aria-hidden": "true",
      title: `${span(block.start, block.end, zone)} ${block.bookings.map((one) => bookedFor(one)).join(", ")}`,
      vars: { ...place(frame, day, block.start, block.end, zone), "--left": block.left, "--wide": block.share },
    },
    h("strong", {}, narrow ? icon("in-use") : first.status === "HELD" && icon("clock"), hyphened(name)),
    !narrow && h("span", {}, whole ? t("holder.lab") : t(block.alone ? "seats.n" : "seats.short", { n: count })),
  );
}

function nowLine(day, frame, now, zone) {
  const minute = minuteOf(day, now, zone);
  return dayOf(now, zone) === day && minute > frame.start && minute < frame.end && h("div", { class: "week-now", "aria-hidden": "true", vars: { "--at": (minute - frame.start) / (frame.end - frame.start) } });
}
