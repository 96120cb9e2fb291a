import { shell } from "./en/shell.js";
import { room } from "./en/room.js";
import { booking } from "./en/booking.js";
import { schedule } from "./en/schedule.js";
import { people } from "./en/people.js";
import { fleet } from "./en/fleet.js";
import { usage } from "./en/usage.js";
import { timetable } from "./en/timetable.js";
import { rules } from "./en/rules.js";
import { calendar } from "./en/calendar.js";
import { events } from "./en/events.js";
import { feed } from "./en/feed.js";

export const en = { ...shell, ...room, ...booking, ...schedule, ...people, ...fleet, ...usage, ...timetable, ...rules, ...calendar, ...events, ...feed };
