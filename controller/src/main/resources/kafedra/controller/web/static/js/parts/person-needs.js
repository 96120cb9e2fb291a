// What a person is entitled to. Fetched only when the librarian opens it, so that it stands on no screen by chance.

import { get, put } from "../api.js";
import { freshId, h, show } from "../dom.js";
import { t, word } from "../i18n.js";
import { goodCard, problemCard } from "./notice.js";

const NEEDS = ["ACCESSIBLE_SEAT", "PRIORITY"];

export function personNeeds(person) {
  const path = `/people/${person.id}/needs`;
  const form = h("form", { class: "needs" });
  const answer = h("div", {});
  const draw = async () => {
    try {
      const known = await get(path);
      const boxes = NEEDS.map((need) => h("input", { type: "checkbox", id: freshId("need"), value: need, checked: known.needs.includes(need) }));
      show(
        form,
        h("p", { class: "hint" }, t("need.about")),
        boxes.map((box) => h("label", { class: "need", for: box.id }, box, word("need", box.value))),
        h("button", { class: "button main", type: "submit" }, t("need.save")),
        answer,
      );
      form.onsubmit = (event) => {
        event.preventDefault();
        save(boxes.filter((box) => box.checked).map((box) => box.value));
      };
    } catch (problem) {
      show(form, problemCard(problem, draw));
    }
  };
  const save = async (needs) => {
    try {
      await put(path, { needs });
      show(answer, goodCard(t("need.saved")));
    } catch (problem) {
      show(answer, problemCard(problem));
    }
  };
  return h(
    "details",
    { class: "credentials", ontoggle: (event) => (event.target.open ? draw() : show(form)) },
    h("summary", {}, t("need.title")),
    form,
  );
}
