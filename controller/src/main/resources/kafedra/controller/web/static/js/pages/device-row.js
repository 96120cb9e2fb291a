// One device: how long ago it was heard, what it runs, how it fares, and what is wrong with it.

import { h, icon } from "../dom.js";
import { number, percent, t, word } from "../i18n.js";
import { conditionClass, conditionIcon, conditionWord } from "../parts/condition.js";
import { machineDialog } from "../parts/seat-acts.js";
import { age, moment } from "../time.js";

const NEARLY_FULL = 0.9;
const DAY_MS = 86_400_000;

export function deviceRow(device, now, zone) {
  const kiosk = device.kind === "KIOSK";
  const cell = (name, ...content) => h("div", { role: "cell", class: `device-${name}` }, content);
  return h(
    "div",
    { class: `device ${kiosk ? "kiosk" : ""} ${device.faults.length > 0 ? "faulty" : ""}`, role: "row" },
    cell(
      "name",
      icon(kiosk ? "kiosk" : "devices"),
      h("strong", {}, kiosk ? t("device.kiosk") : t("seat.name", { label: device.label })),
      !kiosk && device.condition && h("span", { class: `device-condition ${conditionClass(device.condition)}` }, conditionIcon(device.condition), conditionWord(device.condition)),
      !kiosk && h("button", { class: "button quiet small", type: "button", onclick: () => machineDialog(device) }, t("act.machine")),
    ),
    cell("reach", reach(device, now, zone)),
    cell("system", h("span", { class: device.system ? "" : "absent" }, device.system ?? "–"), h("span", { class: "soft small" }, device.version ?? "")),
    cell("cpu", device.health && meter(t("device.cpu"), device.health.cpuPermille / 1000, heat(device.health))),
    cell("memory", device.health && meter(t("device.memory"), device.health.memoryUsedMb / device.health.memoryTotalMb, size(device.health.memoryTotalMb))),
    cell("disk", device.health && meter(t("device.disk"), 1 - device.health.diskFreeMb / device.health.diskTotalMb, t("device.free", { size: size(device.health.diskFreeMb) }))),
    cell("faults", faults(device, now)),
  );
}

function reach(device, now, zone) {
  const heard = device.reach === "ONLINE";
  const kinds = { ONLINE: "good", OFFLINE: "bad", NEVER_SEEN: "stone" };
  return [
    h("span", { class: `mark ${kinds[device.reach]}` }, icon(heard ? "link" : "no-link"), word("reach", device.reach)),
    device.lastContact &&
      h("time", { class: "soft small", datetime: device.lastContact, title: zone ? moment(device.lastContact, zone, now) : null }, age(device.lastContact, now)),
  ];
}

/** A bar with its figure; what is nearly full changes its shape, not only its colour. */
function meter(name, share, aside) {
  const full = share >= NEARLY_FULL;
  return h(
    "div",
    { class: `meter ${full ? "full" : ""}` },
    h("span", { class: "figures" }, h("span", { class: "meter-name" }, `${name} `), full && icon("warn"), percent(share)),
    h("span", { class: "meter-bar", vars: { "--share": Math.min(1, Math.max(0, share)) } }),
    h("span", { class: "soft small" }, aside),
  );
}

const heat = (health) => (health.temperatureC === null ? "" : t("device.heat", { n: health.temperatureC }));

function size(mebibytes) {
  return mebibytes >= 1024 ? t("size.gb", { n: number(mebibytes / 1024, mebibytes < 10_240 ? 1 : 0) }) : t("size.mb", { n: number(mebibytes) });
}

function faults(device, now) {
  const unsent = device.unsent > 0 && h("span", { class: "soft small" }, t("device.unsent", { n: device.unsent }));
  const touched = device.tampered && now - new Date(device.tampered) < DAY_MS;
  if (touched) {
    return [
      h("span", { class: "fault-line" }, icon("warn"), t("device.tampered", { time: age(device.tampered, now) })),
      device.faults.map((fault) => h("span", { class: "fault-line" }, icon("warn"), word("fault", fault))),
    ];
  }
  if (device.faults.length === 0) {
    return [h("span", { class: "fine" }, icon("check"), t("device.fine")), unsent];
  }
  return [device.faults.map((fault) => h("span", { class: "fault-line" }, icon("warn"), word("fault", fault))), unsent];
}
