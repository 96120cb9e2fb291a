// A class in three steps: who; when and where; look and confirm. Every step stays in sight once it is done and can be gone back to,
// and nothing that was chosen is lost by a refusal.

import { cancel } from "../bookings.js";
import { get, serverNow } from "../api.js";
import { h, icon, show } from "../dom.js";
import { t } from "../i18n.js";
import { labsOf } from "../parts/lab-choice.js";
import { empty } from "../parts/notice.js";
import { at, dayOf } from "../time.js";
import { lookStep } from "./class-look.js";
import { whenStep, whenWords } from "./class-when.js";
import { whoStep, whoWords } from "./class-who.js";

export async function open(place) {
  const { labs, chosen } = await labsOf(place);
  if (!chosen) {
    show(place.root, place.heading(), empty("room", t("room.no-labs"), t("room.no-labs.next")));
    return;
  }
  const groups = await get("/groups", { school: place.school.id });
  const page = new ClassPage(place, { labs, lab: chosen, groups });
  place.signal.addEventListener("abort", () => page.letGo());
  await page.open();
}

class ClassPage {
  constructor(place, { labs, lab, groups }) {
    this.place = place;
    this.setting = { place, zone: place.school.zone, labs, groups };
    this.wish = firstWish(place, { lab, groups });
    this.step = this.wish.group ? 2 : 1;
    this.nodes = [1, 2, 3].map((n) => h("section", { class: "sheet class-step", "aria-labelledby": `class-step-${n}` }));
  }

  async open() {
    show(this.place.root, this.place.heading(), h("ol", { class: "class-steps" }, this.nodes.map((node) => h("li", {}, node))));
    await this.draw();
  }

  async go(step) {
    if (step < 3) {
      this.letGo();
    }
    this.step = step;
    await this.draw();
    const heading = this.nodes[step - 1].querySelector("h2");
    heading.focus({ preventScroll: true });
    this.nodes[step - 1].scrollIntoView({ block: "nearest" });
  }

  /** What is held for a look only is given back when one looks away; the hold would end by itself too. */
  letGo() {
    const { held } = this.wish;
    this.wish.held = null;
    if (held) {
      cancel(held).catch((problem) => console.warn("a hold ends by itself", problem.code));
    }
  }

  async draw() {
    const { setting, wish } = this;
    const parts = [
      { title: t("class.who"), words: () => whoWords(wish), open: (node) => whoStep(node, setting, wish, () => this.go(2)) },
      { title: t("class.when"), words: () => whenWords(wish, setting), open: (node) => whenStep(node, setting, wish, () => this.go(3)) },
      { title: t("class.look"), words: () => "", open: (node) => lookStep(node, setting, wish, { back: (step) => this.go(step), again: () => this.again() }) },
    ];
    for (const [index, part] of parts.entries()) {
      await this.drawStep(index + 1, part);
    }
  }

  async drawStep(n, part) {
    const node = this.nodes[n - 1];
    const state = n === this.step ? "now" : n < this.step ? "done" : "ahead";
    const body = h("div", { class: "class-body" });
    const words = state === "done" ? part.words() : "";
    node.className = `sheet class-step ${state}`;
    state === "now" ? node.setAttribute("aria-current", "step") : node.removeAttribute("aria-current");
    show(
      node,
      h(
        "div",
        { class: "class-head" },
        h("span", { class: "class-number", "aria-hidden": "true" }, state === "done" ? icon("check") : n),
        h("div", { class: "class-title" }, h("h2", { id: `class-step-${n}`, tabindex: "-1" }, h("span", { class: "unseen" }, `${t("class.step", { n })}: `), part.title), words && h("p", {}, words)),
        state === "done" && h("button", { class: "button", type: "button", onclick: () => this.go(n), "aria-label": `${t("class.change")}: ${part.title}` }, t("class.change")),
      ),
      state === "now" && body,
    );
    if (state === "now") {
      await part.open(body);
    }
  }

  again() {
    this.wish = { ...firstWish(this.place, { lab: this.wish.lab, groups: [] }), day: this.wish.day };
    this.go(1);
  }
}

function firstWish(place, { lab, groups }) {
  const { params, school } = place;
  const zone = school.zone;
  const day = params.get("day") ?? dayOf(serverNow(), zone);
  const group = groups.find((one) => one.id === params.get("group")) ?? null;
  const time = (name) => (/^\d\d:\d\d$/.test(params.get(name) ?? "") ? at(day, params.get(name), zone) : null);
  return {
    group,
    purpose: "LESSON",
    label: "",
    link: "",
    lab,
    day,
    start: time("from"),
    end: time("to"),
    count: group?.size || Number(params.get("count")) || 1,
    features: [],
    repeat: { weeks: 0, days: [], until: null, without: [] },
    mode: "EACH",
    held: null,
  };
}
