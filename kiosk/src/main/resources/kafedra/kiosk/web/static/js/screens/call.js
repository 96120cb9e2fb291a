/** Calling the librarian: pressed, and somebody comes. */
import { back, button, exit, message } from "../parts.js";
import { state } from "../state.js";
import { t } from "../words.js";

/** How far the call of whoever stands here is; null when nobody called. */
export function helpOf() {
  if (state.visit !== null) return state.visit.help;
  return state.site.calls.find(({ seat }) => seat === null)?.help ?? null;
}

export function call() {
  const help = helpOf();
  const foot = [state.visit === null ? back("idle") : back(), state.visit === null ? null : exit()];
  if (help === null) {
    return { main: message("wait", "bell", t("call.title"), [t("call.text")], [button("main", "bell", t("call.yes"), "call")]), foot };
  }
  const seat = state.visit?.session?.seatLabel ?? null;
  const where = seat === null ? t("call.stay-here") : t("call.stay-at", { seat });
  if (help === "COMING") return { main: message("go", "walk", t("call.coming"), [where], [thanks()]), foot };
  const offline = state.site.controller.reach !== "ONLINE";
  return {
    main: message("wait", "bell", t("call.called"), [where, offline ? t("call.offline") : t("call.wait")],
      [thanks(), button("plain", "cross", t("call.back"), "call-back")]),
    foot,
  };
}

const thanks = () => button("main", "check", t("go.clear"), state.visit === null ? "idle" : "home");
