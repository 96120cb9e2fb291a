/** The words of the screen in the language chosen now. */
import en from "../i18n/en.js";
import ru from "../i18n/ru.js";

const LANGUAGES = { ru, en };
export const FIRST_LANGUAGE = "ru";
let lang = FIRST_LANGUAGE;
let plural = new Intl.PluralRules(lang);

export function setLanguage(chosen) {
  lang = chosen;
  plural = new Intl.PluralRules(lang);
  document.documentElement.lang = lang;
}

export const language = () => lang;
export const has = (key) => key in LANGUAGES[lang];

/** The phrase of a key, {name} filled in; a phrase with forms is chosen by `n`. */
export function t(key, values = {}) {
  const phrase = LANGUAGES[lang][key];
  if (phrase === undefined) throw new Error(`no words for ${key} in ${lang}`);
  const text = typeof phrase === "string" ? phrase : phrase[plural.select(values.n)] ?? phrase.other;
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** A length of time in whole words; under a minute says so. */
export function spell(ms) {
  const minutes = Math.round(ms / 60_000);
  if (ms < 60_000) return t("time.under-minute");
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return t("time.minutes", { n: minutes });
  if (hours >= 24) return t("time.days", { n: Math.floor(hours / 24) });
  if (rest === 0) return t("time.hours", { n: hours });
  return `${t("time.hours", { n: hours })} ${t("time.minutes", { n: rest })}`;
}
