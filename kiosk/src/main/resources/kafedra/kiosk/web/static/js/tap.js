/** The demo's cards: a press is a tap on the kiosk's reader. */
import { h, icon, loadPictograms, patch } from "./dom.js";
import { language, setLanguage, t } from "./words.js";

let page = document.getElementById("cards");
let cards = [];
let said = { look: "", key: "cards.hint" };
let last = null;

function draw() {
  document.title = t("cards.title");
  page = patch(page, h("main", { id: "cards", class: "tap-page" },
    h("div", { class: "languages", role: "group", "aria-label": t("lang.pick") }, ["ru", "en"].map((lang) =>
      h("button", { type: "button", class: "language", arg: lang, act: "language", lang,
        "aria-pressed": String(language() === lang) }, t(`lang.${lang}`)))),
    h("h1", { class: "title" }, t("cards.title")),
    h("p", { class: `tap-said ${said.look}`, role: "status" }, t(said.key)),
    h("ul", { class: "cards" }, cards.map(({ card, label }) =>
      h("li", {}, h("button", { type: "button", class: "demo-card", act: "tap", arg: card, "aria-pressed": String(card === last) },
        icon("card", "icon-large"),
        h("span", { class: "card-label" }, label),
        h("span", { class: "card-number" }, card))))),
    h("form", { class: "tap-own" },
      h("label", { for: "own" }, t("cards.own")),
      h("input", { id: "own", name: "card", autocomplete: "off", inputmode: "numeric", maxlength: 64, required: true }),
      h("button", { class: "button button-plain" }, t("cards.tap")))));
}

async function tap(card) {
  last = card;
  try {
    const answer = await fetch("/tap", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ card }),
    });
    said = answer.ok ? { look: "tap-said-went", key: "cards.went" } : { look: "tap-said-failed", key: "cards.failed" };
  } catch {
    said = { look: "tap-said-failed", key: "cards.failed" };
  }
  draw();
}

addEventListener("click", (event) => {
  const target = event.target.closest("[data-do]");
  if (target?.dataset.do === "tap") tap(target.dataset.arg);
  if (target?.dataset.do === "language") {
    setLanguage(target.dataset.arg);
    draw();
  }
});
addEventListener("submit", (event) => {
  event.preventDefault();
  tap(String(new FormData(event.target).get("card")).trim());
});

draw();
loadPictograms();
fetch("/tap/cards")
  .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`cards: ${answer.status}`))))
  .then((list) => {
    cards = list;
    draw();
  })
  .catch(() => {
    said = { look: "tap-said-failed", key: "cards.none" };
    draw();
  });
