// Russian or English, said in the language itself.

import { h } from "../dom.js";
import { currentLanguage, t } from "../i18n.js";

const NAMES = { ru: "Русский", en: "English" };

export function languageSwitch(onLanguage) {
  return h(
    "div",
    { class: "languages", role: "group", "aria-label": t("shell.language") },
    Object.entries(NAMES).map(([language, name]) =>
      h(
        "button",
        {
          type: "button",
          lang: language,
          "aria-pressed": String(currentLanguage() === language),
          onclick: () => onLanguage(language),
        },
        language.toUpperCase(),
        h("span", { class: "unseen" }, ` ${name}`),
      ),
    ),
  );
}
