/** The maintenance page: what the board has, what is wrong, and a press to try each part. The PIN stays in this page. */
import { h, patch } from "./dom.js";
import { language, setLanguage, t } from "./words.js";

let page = document.getElementById("maintenance");
let pin = "";
let view = null;
let said = "";

const row = (cells, tag = "td") => h("tr", {}, cells.map((cell) => h(tag, {}, cell)));

function looked() {
  return [
    h("p", {}, `${t("care.board")}: ${view.hardware.board}`),
    h("p", {}, view.troubles.length === 0 ? t("care.fine") : view.troubles.map((it) => t(`care.${it}`)).join(". ")),
    h("table", {},
      h("thead", {}, row([t("care.part"), t("care.found"), t("care.state"), t("care.advice")], "th")),
      h("tbody", {}, view.hardware.parts.map((it) => row([it.part, it.found, t(`care.${it.state}`), it.advice])))),
    h("p", {}, t("care.cards", { n: view.cards })),
    h("p", {}, t("care.presses", { n: view.presses })),
    h("div", { class: "languages" }, view.trials.map((it) =>
      h("button", { type: "button", class: "button button-plain", act: "try", arg: it }, t(`care.try.${it}`)))),
    h("button", { type: "button", class: "button button-plain", act: "look" }, t("care.again")),
  ];
}

function asked() {
  return h("form", { class: "tap-own" },
    h("label", { for: "pin" }, t("care.pin")),
    h("input", { id: "pin", name: "pin", type: "password", inputmode: "numeric", autocomplete: "off", maxlength: 12, required: true }),
    h("button", { class: "button button-plain" }, t("care.open")));
}

function draw() {
  document.title = t("care.title");
  page = patch(page, h("main", { id: "maintenance", class: "tap-page" },
    h("div", { class: "languages", role: "group", "aria-label": t("lang.pick") }, ["ru", "en"].map((lang) =>
      h("button", { type: "button", class: "language", arg: lang, act: "language", lang,
        "aria-pressed": String(language() === lang) }, t(`lang.${lang}`)))),
    h("h1", { class: "title" }, t("care.title")),
    h("p", { role: "status" }, said),
    view === null ? asked() : looked()));
}

async function call(path, part) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ pin, part }),
    });
    const body = await answer.json();
    view = answer.ok ? body : null;
    said = answer.ok ? "" : t(body.code === "too-many-attempts" ? "care.wait" : "care.wrong");
  } catch {
    said = t("care.silent");
  }
  draw();
}

addEventListener("click", (event) => {
  const target = event.target.closest("[data-do]");
  if (target?.dataset.do === "try") call("/api/maintenance/try", target.dataset.arg);
  if (target?.dataset.do === "look") call("/api/maintenance");
  if (target?.dataset.do === "language") {
    setLanguage(target.dataset.arg);
    draw();
  }
});
addEventListener("submit", (event) => {
  event.preventDefault();
  pin = String(new FormData(event.target).get("pin")).trim();
  call("/api/maintenance");
});

draw();
