/** What surrounds every screen: who is here, language, help, reading aloud; notices above everything. */
import { h, icon } from "./dom.js";
import { bookingScreens } from "./screens/booking.js";
import { call } from "./screens/call.js";
import { classScreens } from "./screens/classes.js";
import { faultScreens } from "./screens/fault.js";
import { history } from "./screens/history.js";
import { idle } from "./screens/idle.js";
import { help, lost, problem, warning } from "./screens/notices.js";
import { finish, finished, opened, session } from "./screens/session.js";
import { line } from "./screens/queue.js";
import { hello, seat } from "./screens/seats.js";
import { code, locked, number, pin } from "./screens/pin.js";
import { rest } from "./screens/rest.js";
import { staffScreens } from "./screens/staff.js";
import { speech } from "./speech.js";
import { isWarned, timeLeft } from "./patience.js";
import { state } from "./state.js";
import { clock, now } from "./time.js";
import { language, t } from "./words.js";

const screens = { idle, number, pin, code, locked, hello, line, seat, opened, session, finish, finished, problem, rest, call, history, ...faultScreens, ...classScreens, ...staffScreens, ...bookingScreens };

export function frame() {
  if (!state.reached) return [bar(), place("lost", lost())];
  if (state.site === null) return [bar(), h("main", { class: "screen", key: "start" }, h("h1", { class: "hidden" }, t("tool.wait")))];
  if (isWarned()) return [bar(), place("warn", warning(timeLeft()))];
  if (state.helping) return [bar(), place("help", help())];
  return [bar(), place(state.screen, screens[state.screen]())];
}

function place(name, { main, foot = null }) {
  return [
    h("main", { class: `screen screen-${name}${state.busy ? " is-busy" : ""}`, key: name }, main),
    foot === null ? null : h("footer", { class: "foot", key: `${name}-foot` }, foot),
  ];
}

function bar() {
  const { site, visit } = state;
  return h("header", { class: "bar" },
    h("div", { class: "bar-who" },
      h("img", { class: "mark", src: "/img/mark.svg", alt: "", width: 40, height: 40 }),
      visit !== null && state.reached
        ? h("span", { class: "who" }, visit.greeting)
        : h("span", { class: "where" }, site === null ? "" : whereabouts(site))),
    site !== null && visit !== null ? h("span", { class: "bar-clock" }, clock(language(), now())) : null,
    h("div", { class: "bar-tools" },
      speech.canSpeak(language()) ? tool("speak", speech.isSpeaking() ? "stop" : "speak") : null,
      languages(),
      helpTool()));
}

const whereabouts = (site) => [h("b", {}, site.school), " ", site.building];

const tool = (act, name) =>
  h("button", { type: "button", class: "tool", act, "aria-label": t(`tool.${name}`) }, icon(name));

const helpTool = () =>
  h("button", { type: "button", class: "tool tool-help", act: "help", "aria-expanded": String(state.helping) },
    icon("help"), h("span", {}, t("tool.help")));

function languages() {
  return h("div", { class: "languages", role: "group", "aria-label": t("lang.pick") },
    ["ru", "en"].map((lang) =>
      h("button", { type: "button", class: "language", act: "language", arg: lang, lang,
        "aria-pressed": String(language() === lang) }, t(`lang.${lang}`))));
}
