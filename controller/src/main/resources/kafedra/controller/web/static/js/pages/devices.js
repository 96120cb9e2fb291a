// Kiosks and agents by building, those that need a hand first, kept fresh by the controller.

import { get, serverNow } from "../api.js";
import { freshId, h, icon, show } from "../dom.js";
import { t } from "../i18n.js";
import { follow } from "../live.js";
import { empty } from "../parts/notice.js";
import { deviceRow } from "./device-row.js";

const REDRAW_MS = 15_000;

export async function open(place) {
  const [buildings, first] = await Promise.all([get("/buildings"), get("/devices")]);
  const schools = new Map(place.schools.map((school) => [school.id, school]));
  let devices = first;
  let onlyFaults = false;
  const facts = h("div", { class: "facts" });
  const body = h("div", { class: "fleet" });
  const draw = () => {
    const now = serverNow();
    show(facts, factsOf(devices));
    show(body, sections(devices, { buildings, schools, now, onlyFaults }));
  };
  const filter = filterChoice((faultsOnly) => {
    onlyFaults = faultsOnly;
    draw();
  });
  show(place.root, place.heading(filter), facts, body);
  draw();
  const unfollow = follow("/devices/events", "devices", (fresh) => ((devices = fresh), draw()), place.link);
  const timer = setInterval(draw, REDRAW_MS);
  place.signal.addEventListener("abort", () => {
    unfollow();
    clearInterval(timer);
  });
}

function filterChoice(onFilter) {
  const name = freshId("filter");
  const radio = (faults, text) => h("label", {}, h("input", { type: "radio", name, checked: !faults, onchange: () => onFilter(faults) }), t(text));
  return h("fieldset", { class: "choices" }, h("legend", { class: "unseen" }, t("devices.filter")), radio(false, "devices.all"), radio(true, "devices.faulty"));
}

function factsOf(devices) {
  const of = (kind) => devices.filter((device) => device.kind === kind);
  const heard = (list) => list.filter((device) => device.reach === "ONLINE").length;
  const faulty = devices.filter((device) => device.faults.length > 0).length;
  const fact = (pictogram, name, value, bad) =>
    h("div", { class: `fact ${bad ? "bad" : ""}` }, icon(pictogram), h("div", {}, h("span", { class: "fact-name" }, t(name)), h("span", { class: "fact-value figures" }, value)));
  const share = (list) => [h("strong", {}, heard(list)), " ", t("room.of", { n: list.length })];
  return [
    fact("kiosk", "devices.kiosks", share(of("KIOSK")), heard(of("KIOSK")) < of("KIOSK").length),
    fact("devices", "devices.agents", share(of("AGENT")), false),
    fact(faulty > 0 ? "warn" : "check", "devices.attention", h("strong", {}, faulty), faulty > 0),
  ];
}

function sections(devices, { buildings, schools, now, onlyFaults }) {
  const wanted = onlyFaults ? devices.filter((device) => device.faults.length > 0) : devices;
  if (wanted.length === 0) {
    return onlyFaults ? empty("check", t("devices.no-faults"), t("devices.no-faults.next")) : empty("devices", t("devices.none"), t("devices.none.next"));
  }
  const shown = buildings
    .map((building) => ({ building, own: wanted.filter((device) => device.building === building.id).sort(faultsFirst) }))
    .filter(({ own }) => own.length > 0)
    .sort((a, b) => urgency(b.own) - urgency(a.own));
  return shown.map(({ building, own }) => buildingSheet(building, schools.get(building.school), own, now));
}

function buildingSheet(building, school, own, now) {
  const id = `building-${building.id}`;
  const faulty = own.filter((device) => device.faults.length > 0).length;
  return h(
    "section",
    { class: "sheet", "aria-labelledby": id },
    h(
      "div",
      { class: "sheet-head" },
      h("h2", { id }, school?.name ?? building.school),
      h("span", { class: "soft" }, `${building.name}, ${building.village}`),
      faulty > 0 && h("span", { class: "mark bad" }, icon("warn"), t("devices.faults-n", { n: faulty })),
    ),
    h(
      "div",
      { class: "device-table", role: "table", "aria-label": building.name },
      h(
        "div",
        { class: "device-head", role: "row" },
        ["device", "reach", "system", "cpu", "memory", "disk", "faults"].map((key) => h("span", { role: "columnheader" }, t(`device.${key}`))),
      ),
      own.map((device) => deviceRow(device, now, school?.zone)),
    ),
  );
}

const faultsFirst = (a, b) => (a.kind === b.kind ? b.faults.length - a.faults.length || a.label.localeCompare(b.label, "ru", { numeric: true }) : a.kind === "KIOSK" ? -1 : 1);
const urgency = (devices) => devices.filter((device) => device.faults.length > 0).length + (devices.some((device) => device.kind === "KIOSK" && device.faults.length > 0) ? 1000 : 0);

