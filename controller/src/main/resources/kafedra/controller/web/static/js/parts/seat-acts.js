// What can be done at a workstation from afar: a message, its screen, its power, a look inside.

import { get } from "../api.js";
import { h, show } from "../dom.js";
import { t } from "../i18n.js";
import { confirm, dialog } from "./dialog.js";
import { order } from "./orders.js";

const LONGEST_TEXT = 300;
const path = (seat) => `/workstations/${encodeURIComponent(seat)}/acts`;

/** Buttons for whoever teaches: a message, all eyes to the front. */
export function roomActs(seat, session, answer) {
  const act = (name) => () => order(path(seat), { act: name, session }, answer, t(`act.${name}.done`));
  return h(
    "div",
    { class: "panel-extend", role: "group", "aria-label": t("act.group") },
    messageForm(seat, session, answer),
    session && [button("COVER", act("COVER")), button("UNCOVER", act("UNCOVER"))],
  );
}

function messageForm(seat, session, answer) {
  const text = h("input", { type: "text", maxlength: LONGEST_TEXT, required: true, "aria-label": t("act.message"), placeholder: t("act.message") });
  const send = async (event) => {
    event.preventDefault();
    if (await order(path(seat), { act: "MESSAGE", text: text.value, session }, answer, t("act.MESSAGE.done"))) {
      text.value = "";
    }
  };
  return h("form", { class: "message-line", onsubmit: send }, text, h("button", { class: "button", type: "submit" }, t("act.MESSAGE")));
}

const button = (name, onclick) => h("button", { class: "button", type: "button", onclick }, t(`act.${name}`));

/** Opens what a sysadmin can do with one machine. */
export function machineDialog(device) {
  const answer = h("div", { "aria-live": "polite" });
  const plain = (name) => () => order(path(device.id), { act: name }, answer, t(`act.${name}.done`));
  const sure = (name) => async () => {
    const yes = await confirm({ title: t(`act.${name}`), text: t(`act.${name}.text`), yes: t(`act.${name}`), no: t("act.no") });
    if (yes) {
      await plain(name)();
    }
  };
  dialog(t("seat.name", { label: device.label }), () => [
    equipment(device),
    answer,
    messageForm(device.id, undefined, answer),
    h(
      "div",
      { class: "dialog-actions" },
      device.equipment?.canWake && button("WAKE", plain("WAKE")),
      button("DIAGNOSE", () => diagnose(device, answer)),
      button("RESTART", sure("RESTART")),
      button("SHUT_DOWN", sure("SHUT_DOWN")),
    ),
  ]);
}

function equipment({ equipment: has }) {
  if (!has) {
    return h("p", { class: "soft" }, t("equipment.unknown"));
  }
  const facts = [
    has.found.length > 0 && has.found.map((one) => t(`feature.${one}`)).join(", "),
    has.disk && t(`equipment.disk.${has.disk}`),
    has.updates !== null && t("equipment.updates", { n: has.updates }),
  ];
  return h("ul", { class: "soft" }, facts.filter(Boolean).map((fact) => h("li", {}, fact)));
}

async function diagnose(device, answer) {
  if (!(await order(path(device.id), { act: "DIAGNOSE" }, answer, t("act.DIAGNOSE.done")))) {
    return;
  }
  const { details } = await get(`/commands/${answer.dataset.command}`);
  show(answer, h("pre", { class: "soft small", tabindex: "0", "aria-label": t("act.DIAGNOSE") }, details ?? ""));
}
