/** Something is broken: at which seat, then what, by pictures. */
import { h, icon } from "../dom.js";
import { back, button, exit, message, title } from "../parts.js";
import { labTabs, pickPlan, shownLab } from "../room.js";
import { state } from "../state.js";
import { t } from "../words.js";

const KINDS = { NO_PICTURE: "no-picture", MOUSE: "mouse", KEYBOARD: "keyboard", SOUND: "sound", INTERNET: "globe", OTHER: "unknown" };

const labelOf = (id) => state.site.seats.find((seat) => seat.id === id)?.label ?? "";

/** Whoever sits somewhere means that seat. */
export const faultStart = () => {
  const mine = state.visit.session?.seat ?? null;
  return mine === null ? ["fault-seat", null] : ["fault", mine];
};

function faultSeat() {
  const lab = shownLab();
  return { main: [title(t("fault.where")), labTabs(), pickPlan(lab, "fault-at")], foot: [back(), exit()] };
}

function fault() {
  return {
    main: [
      title(t("fault.what", { seat: labelOf(state.about) })),
      h("div", { class: "kinds" }, Object.entries(KINDS).map(([kind, pictogram]) =>
        h("button", { type: "button", class: "kind", act: "report-fault", arg: kind },
          icon(pictogram, "icon-huge"), h("span", {}, t(`fault.${kind}`))))),
    ],
    foot: [back("home"), exit()],
  };
}

function reported() {
  return {
    main: message("go", "check", t("fault.told"), [t("fault.told-text", { seat: labelOf(state.about) })],
      [button("main", "check", t("go.clear"), "home"), button("plain", "bell", t("call.yes"), "go", "call")]),
    foot: [exit()],
  };
}

export const faultScreens = { "fault-seat": faultSeat, fault, reported };
