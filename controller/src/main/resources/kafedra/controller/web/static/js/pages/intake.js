// What kiosks sent since the controller started: a quick look whether the post arrives.

import { get, serverNow } from "../api.js";
import { h, icon, show } from "../dom.js";
import { number, t, word } from "../i18n.js";
import { age } from "../time.js";

const REFRESH_MS = 5_000;
const COUNTERS = ["messages", "records", "duplicates", "gaps", "setAside"];

export async function open(place) {
  const body = h("div", { class: "intake" });
  const draw = async () => {
    const intake = await get("/intake");
    show(body, counters(intake), faultTable(intake));
  };
  show(place.root, place.heading(), body);
  await draw();
  const refresh = () => draw().then(() => place.link("open"), () => place.link("lost"));
  const timer = setInterval(refresh, REFRESH_MS);
  place.signal.addEventListener("abort", () => clearInterval(timer));
}

function counters(intake) {
  return h(
    "section",
    { class: "sheet", "aria-labelledby": "counters" },
    h("h2", { id: "counters" }, t("intake.since", { age: age(intake.since, serverNow()) })),
    h(
      "dl",
      { class: "counters" },
      COUNTERS.map((name) =>
        h("div", {}, h("dt", {}, t(`intake.${name}`)), h("dd", { class: "figures" }, number(intake[name])), h("dd", { class: "soft small" }, t(`intake.${name}.about`))),
      ),
    ),
  );
}

function faultTable(intake) {
  const faults = Object.entries(intake.setAsideByFault).sort((a, b) => b[1] - a[1]);
  return h(
    "section",
    { class: "sheet", "aria-labelledby": "set-aside" },
    h("h2", { id: "set-aside" }, t("intake.faults")),
    faults.length === 0
      ? h("p", { class: "fine" }, icon("check"), t("intake.no-faults"))
      : h(
          "table",
          { class: "narrow" },
          h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("intake.fault")), h("th", { scope: "col", class: "right" }, t("intake.count")))),
          h("tbody", {}, faults.map(([fault, count]) => h("tr", {}, h("th", { scope: "row" }, word("set-aside", fault.toLowerCase().replaceAll("_", "-"))), h("td", { class: "right" }, number(count))))),
        ),
  );
}
