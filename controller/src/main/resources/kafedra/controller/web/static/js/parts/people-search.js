// Looking for a person or a group of a school.

import { get } from "../api.js";
import { t } from "../i18n.js";
import { finder } from "./finder.js";

const SHOWN = 20;
/** "7А", "11 Б", "6": how schools here name classes. */
const CLASS_NAME = /^\d{1,2}\s?\p{L}?$/u;

export function personFinder(school, onPick, picked) {
  return finder({
    label: t("who.person"),
    hint: t("who.person.hint"),
    search: async (q) => (await get("/people", { school, q, limit: SHOWN })).map((one) => ({ ...one, aside: personAside(one) })),
    onPick,
    picked,
  });
}

export function groupFinder(school, onPick, picked) {
  let groups = null;
  return finder({
    label: t("who.group"),
    hint: t("who.group.hint"),
    search: async (q) => {
      groups ??= await get("/groups", { school });
      const wanted = q.toLocaleLowerCase("ru");
      return groups
        .filter((one) => one.name.toLocaleLowerCase("ru").includes(wanted))
        .slice(0, SHOWN)
        .map((one) => ({ ...one, aside: t("people", { n: one.size }) }));
    },
    onPick,
    picked,
  });
}

/** The class of a pupil, or what a grown-up is. Subject groups come after: they tell namesakes apart less well. */
export function personAside(person) {
  const schoolClass = person.groups.find((group) => CLASS_NAME.test(group.name))?.name;
  return schoolClass ?? (person.grade ? t("grade", { n: person.grade }) : t(`person.${person.role}`));
}
