/** What this person did here lately. Shown to them alone, and gone with their visit. */
import { h, icon } from "../dom.js";
import { back, button, exit, message, title } from "../parts.js";
import { state } from "../state.js";
import { clock, shortDate } from "../time.js";
import { language, spell, t } from "../words.js";

export function history() {
  const { sessions } = state.about;
  if (sessions.length === 0) {
    return { main: message("wait", "list", t("history.none"), [t("history.none-next")], [button("main", "computer", t("go.home"), "home")]), foot: [exit()] };
  }
  return {
    main: [
      title(t("history.title")),
      h("ul", { class: "history" }, sessions.map(({ start, seatLabel, length }) =>
        h("li", { class: "past" }, icon("computer"),
          h("b", {}, `${shortDate(language(), start)}, ${clock(language(), start)}`),
          h("span", {}, t("room.seat", { label: seatLabel })),
          h("span", { class: "past-length" }, icon("clock"), spell(length))))),
    ],
    foot: [back("go", "bookings"), exit()],
  };
}
