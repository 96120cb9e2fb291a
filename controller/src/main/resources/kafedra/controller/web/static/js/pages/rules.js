// The rules of booking: one list, each with what it does, how strictly it holds, and its numbers.

import { get, put } from "../api.js";
import { freshId, h, icon, show } from "../dom.js";
import { t, word } from "../i18n.js";
import { goodCard, problemCard, say } from "../parts/notice.js";
import { normsSheet } from "../parts/norms.js";

export async function open(place) {
  const path = `/schools/${place.school.id}/policies`;
  const [rules, norms] = await Promise.all([get(path), get("/norms", { school: place.school.id })]);
  const answer = h("div", { class: "rules-answer" });
  const body = h("div", { class: "rules" });
  show(place.root, place.heading(), h("p", { class: "soft" }, t("rules.about")), answer, body);
  draw(rules);

  function draw(known, focusAnswer = false) {
    const cards = known.policies.map(ruleCard);
    const save = h("button", { class: "button main", type: "submit" }, t("rules.save"));
    const form = h(
      "form",
      { class: "rules-form", novalidate: true },
      h("ol", { class: "rule-list" }, cards.map((card) => card.element)),
      h("div", { class: "rules-save" }, save, h("p", { class: "soft small" }, t("rules.save.hint"))),
    );
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const wrong = cards.map((card) => card.wrong()).find(Boolean);
      if (wrong) {
        wrong.focus();
        return;
      }
      save.disabled = true;
      try {
        const saved = await put(path, { version: known.version, policies: cards.map((card) => card.wish()) });
        if (!place.signal.aborted) {
          draw(saved, true);
          show(answer, goodCard(t("rules.saved")));
          say(t("rules.saved"));
        }
      } catch (problem) {
        save.disabled = false;
        show(answer, problemCard(problem, problem.code === "changed-meanwhile" ? reload : null));
        answer.scrollIntoView({ block: "nearest" });
      }
    });
    show(body, form, normsSheet(norms));
    if (focusAnswer) {
      window.scrollTo(0, 0);
    }
  }

  async function reload() {
    const fresh = await get(path);
    if (!place.signal.aborted) {
      show(answer);
      draw(fresh);
    }
  }
}

/** One rule; answers how it is meant now and which field does not fit. */
function ruleCard(rule) {
  const name = freshId("rule");
  let force = rule.force;
  const element = h("li", { class: "sheet rule" });
  const numbers = rule.numbers.map(numberField);
  const choice = h(
    "fieldset",
    { class: "choices rule-force" },
    h("legend", { class: "unseen" }, t("rules.force.of", { name: word("rule", rule.name) })),
    rule.forces.map((one) =>
      h(
        "label",
        {},
        h("input", { type: "radio", name, value: one, checked: one === force, onchange: () => turn(one) }),
        word(rule.forces.length === 2 ? "rules.switch" : "rules.force", one),
      ),
    ),
  );
  const turn = (wanted) => {
    force = wanted;
    element.classList.toggle("off", force === "OFF");
    numbers.forEach((number) => number.turn(force !== "OFF"));
  };
  element.append(
    h(
      "div",
      { class: "rule-words" },
      h("h2", {}, word("rule", rule.name)),
      h("p", {}, word("rule.about", rule.name)),
      h("p", { class: "soft small" }, rule.overridable ? icon("shield") : null, t(rule.overridable ? "rules.overridable" : "rules.not-overridable")),
    ),
    choice,
  );
  if (numbers.length > 0) {
    element.append(h("div", { class: "rule-numbers" }, numbers.map((number) => number.element)));
  }
  turn(force);
  return {
    element,
    wrong: () => numbers.map((number) => number.wrong()).find(Boolean),
    wish: () => ({ name: rule.name, force, numbers: numbers.map((number) => number.wish()) }),
  };
}

function numberField(number) {
  const id = freshId("number");
  const fault = h("p", { class: "fault", id: `${id}-fault`, hidden: true });
  const input = h("input", {
    type: "number",
    id,
    value: number.value,
    min: number.least,
    max: number.most,
    step: 1,
    inputmode: "numeric",
    "aria-describedby": `${id}-fault`,
    oninput: () => look(),
  });
  const fits = () => /^\d+$/.test(input.value) && Number(input.value) >= number.least && Number(input.value) <= number.most;
  const look = () => {
    const bad = !fits();
    input.setAttribute("aria-invalid", String(bad));
    fault.hidden = !bad;
    show(fault, bad ? t("rules.range", { least: number.least, most: number.most }) : "");
  };
  return {
    element: h(
      "div",
      { class: "field rule-number" },
      h("label", { for: id }, word("rule.number", number.name)),
      h("div", { class: "rule-value" }, input, h("span", { class: "soft" }, word("rules.unit", number.unit))),
      fault,
    ),
    turn: (on) => (input.disabled = !on),
    wrong: () => (look(), fits() ? null : input),
    wish: () => ({ name: number.name, value: Number(input.value) }),
  };
}
