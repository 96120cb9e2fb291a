import { shell } from "./ru/shell.js";
import { room } from "./ru/room.js";
import { booking } from "./ru/booking.js";
import { schedule } from "./ru/schedule.js";
import { people } from "./ru/people.js";
import { fleet } from "./ru/fleet.js";
import { usage } from "./ru/usage.js";
import { timetable } from "./ru/timetable.js";
import { rules } from "./ru/rules.js";
import { calendar } from "./ru/calendar.js";
import { events } from "./ru/events.js";
import { feed } from "./ru/feed.js";

export const ru = { ...shell, ...room, ...booking, ...schedule, ...people, ...fleet, ...usage, ...timetable, ...rules, ...calendar, ...events, ...feed };
