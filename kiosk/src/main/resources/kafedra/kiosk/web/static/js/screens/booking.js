/** Book for later: a day, a lesson, yes; and what became of it. */
import { h, icon } from "../dom.js";
import { back, button, exit, message, title } from "../parts.js";
import { state } from "../state.js";
import { clock, dayOf, now, shortDate, weekday } from "../time.js";
import { language, t } from "../words.js";

const DAY_MS = 86_400_000;
const BOOKINGS_A_PAGE = 3;

const range = ({ start, end }) =>
  t("time.range", { start: clock(language(), start), end: clock(language(), end) });

function dayName(date, at) {
  if (date === dayOf(now())) return t("time.today");
  if (date === dayOf(now() + DAY_MS)) return t("time.tomorrow");
  return weekday(language(), at);
}

const isMine = (lesson) => state.visit.bookings.some((booking) =>
  (booking.status === "CONFIRMED" || booking.status === "REQUESTED") &&
  booking.start < lesson.end && lesson.start < booking.end);

function days() {
  const { lessons } = state.visit;
  const dates = [...new Set(lessons.map((lesson) => lesson.date))].slice(0, 3);
  if (dates.length === 0) {
    return { main: message("wait", "calendar", t("days.none"), [t("days.none-next")], []), foot: [back(), exit()] };
  }
  return {
    main: [
      title(t("days.title")),
      h("div", { class: "days" }, dates.map((date) => {
        const ofDay = lessons.filter((lesson) => lesson.date === date);
        const free = ofDay.filter((lesson) => lesson.free > 0).length;
        const at = ofDay[0].start;
        return h("button", { type: "button", class: "day", act: "show-day", arg: date, "aria-disabled": String(free === 0) },
          h("span", { class: "day-name" }, dayName(date, at)),
          h("span", { class: "day-number" }, shortDate(language(), at)),
          h("span", { class: "day-free" }, free === 0 ? t("days.full") : t("days.free", { n: free })));
      })),
    ],
    foot: [back(), exit()],
  };
}

function lessons() {
  const ofDay = state.visit.lessons.filter((lesson) => lesson.date === state.about);
  return {
    main: [
      title(t("lessons.title")),
      h("div", { class: ofDay.length > 8 ? "lessons lessons-many" : "lessons" }, ofDay.map((lesson) => {
        const mine = isMine(lesson);
        const word = mine ? t("lessons.mine") : lesson.free === 0 ? t("lessons.full") : t("lessons.free", { n: lesson.free });
        return h("button", { type: "button", class: mine ? "lesson lesson-mine" : "lesson", act: "show-lesson",
          arg: lesson.start, "aria-disabled": String(mine || lesson.free === 0) },
          h("span", { class: "lesson-number" }, t("lessons.lesson", { n: lesson.number })),
          h("span", { class: "lesson-time" }, range(lesson)),
          h("span", { class: "lesson-free" }, icon(mine ? "check" : lesson.free === 0 ? "cross" : "computer"), word));
      })),
    ],
    foot: [back("go", "days"), exit()],
  };
}

function book() {
  const lesson = state.about;
  return {
    main: message("go", "calendar", t("book.title"), [
      h("b", { class: "when" }, `${dayName(lesson.date, lesson.start)}, ${shortDate(language(), lesson.start)}`),
      h("b", { class: "when" }, `${t("lessons.lesson", { n: lesson.number })}, ${range(lesson)}`),
      t("book.seat"),
    ], [button("main", "check", t("book.yes"), "book")]),
    foot: [back("show-day", lesson.date), exit()],
  };
}

/** Says honestly whether it is a booking already, and changes by itself when the answer comes. */
function booked() {
  const made = state.visit.bookings.find(({ id }) => id === state.about);
  const offline = state.site.controller.reach !== "ONLINE";
  const when = made === undefined ? null : h("b", { class: "when" }, `${dayName(dayOf(made.start), made.start)}, ${range(made)}`);
  const done = [button("main", "exit", t("go.exit"), "leave"), button("plain", "list", t("go.mine"), "go", "bookings")];
  if (made?.status === "CONFIRMED") {
    const text = made.seatLabel === null ? t("booked.confirmed-any") : t("booked.confirmed-text", { seat: made.seatLabel });
    return { main: message("go", "check", t("booked.confirmed"), [when, text], done) };
  }
  if (made?.status === "REQUESTED") {
    return { main: message("wait", "send", t("booked.requested"),
      [when, t(offline ? "booked.offline-text" : "booked.requested-text")], done) };
  }
  return { main: message("stop", "cross", t("booked.refused"), [when, t("booked.refused-text")],
    [button("main", "calendar", t("go.other-time"), "go", "days")]), foot: [back(), exit()] };
}

const STATUS_SIGN = { CONFIRMED: "check", REQUESTED: "send", REFUSED: "cross", CANCELLED: "cross" };

function bookings() {
  const all = [...state.visit.bookings].sort((a, b) => a.start - b.start);
  if (all.length === 0) {
    return { main: message("wait", "list", t("bookings.none"), [t("bookings.none-next")],
      [button("main", "calendar", t("go.later"), "go", "days")]), foot: [back(), past(), exit()] };
  }
  const pages = Math.ceil(all.length / BOOKINGS_A_PAGE);
  const page = Math.min(state.about ?? 0, pages - 1);
  const first = page * BOOKINGS_A_PAGE;
  return {
    main: [
      title(t("bookings.title")),
      h("ul", { class: "bookings" }, all.slice(first, first + BOOKINGS_A_PAGE).map(booking)),
    ],
    foot: [back(), past(), pages === 1 ? null : pager(page, pages), exit()],
  };
}

const past = () => button("quiet", "clock", t("go.history"), "history");

function booking(one) {
  return h("li", { class: `booking booking-${one.status}` },
    h("p", { class: "booking-when" },
      h("b", {}, `${dayName(dayOf(one.start), one.start)}, ${shortDate(language(), one.start)}`), range(one)),
    h("p", { class: "booking-status" }, icon(STATUS_SIGN[one.status]),
      h("span", {}, t(`bookings.${one.status}`),
        one.seatLabel === null ? null : h("b", {}, t("room.seat", { label: one.seatLabel })))),
    one.status === "REFUSED" ? button("plain", "calendar", t("go.other-time"), "go", "days") : null,
    one.cancellable ? button("plain", "cross", t("bookings.cancel"), "show-cancel", one.id) : null);
}

const pager = (page, pages) =>
  h("div", { class: "pager" },
    h("span", {}, t("bookings.page", { n: page + 1, total: pages })),
    button("quiet", "next", t("go.next"), "page", (page + 1) % pages));

function cancel() {
  const one = state.visit.bookings.find(({ id }) => id === state.about);
  if (one === undefined) return bookings();
  return {
    main: message("wait", "calendar", t("cancel.title"),
      [h("b", { class: "when" }, `${dayName(dayOf(one.start), one.start)}, ${range(one)}`)], [
        button("stop", "cross", t("cancel.yes"), "cancel", one.id),
        button("plain", "back", t("cancel.no"), "go", "bookings"),
      ]),
    foot: [exit()],
  };
}

export const bookingScreens = { days, lessons, book, booked, bookings, cancel };
