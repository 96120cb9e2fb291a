// For whom: one person, or a group.

import { freshId, h, show } from "../dom.js";
import { t } from "../i18n.js";
import { groupFinder, personFinder } from "../parts/people-search.js";

export function whoField({ school, wish, onChange }) {
  const name = freshId("who");
  const field = h("div", {});
  const pick = (who) => {
    wish.who = who;
    if (who) {
      wish.count = wish.group ? Math.max(1, who.size) : 1;
    }
    onChange();
  };
  const draw = () => show(field, wish.group ? groupFinder(school, pick, wish.who) : personFinder(school, pick, wish.who));
  const choose = (group) => {
    wish.group = group;
    wish.who = null;
    wish.count = 1;
    wish.purpose = group ? "LESSON" : "SELF_STUDY";
    draw();
    onChange();
  };
  const radio = (group, text) =>
    h("label", {}, h("input", { type: "radio", name, checked: wish.group === group, onchange: () => choose(group) }), t(text));
  draw();
  return h(
    "fieldset",
    { class: "sheet part" },
    h("legend", {}, t("form.who")),
    h("div", { class: "choices" }, radio(false, "form.person"), radio(true, "form.group")),
    field,
  );
}
