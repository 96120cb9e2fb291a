// Step one: which class or group, and what for. A press on a group is the answer and leads on.

import { freshId, h, icon, show } from "../dom.js";
import { t, word } from "../i18n.js";
import { byLabel } from "../parts/names.js";
import { empty, say } from "../parts/notice.js";
import { PURPOSES } from "../parts/purposes.js";
import { lessonLink } from "../parts/lesson-link.js";

export function whoStep(node, { groups }, wish, onDone) {
  const list = h("ul", { class: "group-cards", "aria-label": t("who.group") });
  const filter = h("input", { type: "search", id: freshId("group"), placeholder: t("who.group.hint"), autocomplete: "off", spellcheck: "false" });
  const take = (group) => {
    wish.group = group;
    wish.count = Math.max(1, group.size);
    onDone();
  };
  const sorted = [...groups].sort((a, b) => kindOf(a) - kindOf(b) || byLabel(a.name, b.name));
  const matching = () => {
    const wanted = filter.value.trim().toLocaleLowerCase("ru");
    return sorted.filter((one) => one.name.toLocaleLowerCase("ru").includes(wanted));
  };
  const draw = () => {
    const found = matching();
    show(list, found.length > 0 ? found.map((group) => h("li", {}, card(group, wish, take))) : h("li", { class: "group-none" }, empty("group", t("finder.none"))));
  };
  filter.addEventListener("input", () => {
    draw();
    say(t("finder.found", { n: matching().length }));
  });
  filter.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && matching().length > 0) {
      event.preventDefault();
      take(matching()[0]);
    }
  });
  const purpose = h("select", { id: freshId("purpose"), onchange: () => (wish.purpose = purpose.value) }, PURPOSES.map((one) => h("option", { value: one, selected: one === wish.purpose }, word("purpose", one))));
  const label = h("input", { type: "text", id: freshId("label"), maxlength: "100", value: wish.label, placeholder: t("form.label.hint"), oninput: () => (wish.label = label.value.trim()) });
  const field = (input, text) => h("div", { class: "field" }, h("label", { for: input.id }, text), input);
  draw();
  show(node, h("div", { class: "class-fields" }, field(filter, t("who.group")), field(purpose, t("form.purpose")), field(label, t("form.label")), lessonLink(wish)), list);
}

/** Classes come first, then groups by subject. */
const kindOf = (group) => (group.kind === "CLASS" ? 0 : 1);

function card(group, wish, take) {
  return h("button", { class: "group-card", type: "button", "aria-pressed": String(wish.group?.id === group.id), onclick: () => take(group) }, icon("group"), h("strong", {}, group.name), h("span", { class: "soft" }, t("people", { n: group.size })));
}

export const whoWords = ({ group, purpose, label }) => [group && `${group.name}, ${t("people", { n: group.size })}`, word("purpose", purpose), label].filter(Boolean).join(" · ");
