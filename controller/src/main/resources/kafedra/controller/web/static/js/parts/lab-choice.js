// Which room: remembered on this computer, offered only where there are several.

import { get } from "../api.js";
import { freshId, h } from "../dom.js";
import { t } from "../i18n.js";

const KEPT = "kafedra.lab";

/** The rooms of a school, and the one that was used last here, or the one the address names. */
export async function labsOf(place) {
  const labs = await get("/labs", { school: place.school.id });
  const wanted = place.params.get("lab") ?? localStorage.getItem(KEPT);
  return { labs, chosen: labs.find((lab) => lab.id === wanted) ?? labs[0] };
}

/** Buttons for the rooms; nothing where there is one only. */
export function labChoice(labs, chosen, onChange) {
  if (labs.length < 2) {
    return null;
  }
  const group = freshId("lab");
  return h(
    "fieldset",
    { class: "choices" },
    h("legend", { class: "unseen" }, t("lab")),
    labs.map((lab) =>
      h(
        "label",
        {},
        h("input", { type: "radio", name: group, checked: lab.id === chosen.id, onchange: () => (keepLab(lab), onChange(lab)) }),
        lab.name,
      ),
    ),
  );
}

export const keepLab = (lab) => localStorage.setItem(KEPT, lab.id);
