// Words. A text is a string with {names}, or a set of plural forms chosen by {n}.

import { ru } from "../i18n/ru.js";
import { en } from "../i18n/en.js";

const BOOKS = { ru, en };
const KEPT = "kafedra.language";

let language = firstLanguage();
document.documentElement.lang = language;

export function currentLanguage() {
  return language;
}

/** The locale for dates and numbers: English the British way, so that 24 hours and day before month stay. */
export function locale() {
  return language === "ru" ? "ru-RU" : "en-GB";
}

/** Changes the language and remembers it on this computer. */
export function speak(wanted) {
  language = wanted in BOOKS ? wanted : "ru";
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = language;
}

/** Whether somebody chose a language here before; a choice by hand outweighs the account's language. */
export function wasChosen() {
  return localStorage.getItem(KEPT) in BOOKS;
}

/** The text for a key. A key without a text shows itself, so that the gap is seen. */
export function t(key, values = {}) {
  const found = BOOKS[language][key] ?? BOOKS.ru[key] ?? key;
  const text = typeof found === "string" ? found : plural(found, values.n);
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? format(values[name]) : whole));
}

/** The text for a word of the API such as a condition; an unknown word is shown as it came. */
export function word(group, name) {
  const key = `${group}.${name}`;
  return BOOKS[language][key] ?? BOOKS.ru[key] ?? String(name);
}

/** A number the local way, with a fixed count of digits after the point. */
export function number(value, digits = 0) {
  return new Intl.NumberFormat(locale(), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

export function percent(share) {
  return new Intl.NumberFormat(locale(), { style: "percent", maximumFractionDigits: 0 }).format(share);
}

function plural(forms, n) {
  const form = new Intl.PluralRules(locale()).select(Number(n));
  return forms[form] ?? forms.other ?? forms.many;
}

function format(value) {
  return typeof value === "number" ? number(value, Number.isInteger(value) ? 0 : 1) : String(value);
}

function firstLanguage() {
  const kept = localStorage.getItem(KEPT);
  if (kept in BOOKS) {
    return kept;
  }
  return navigator.language.toLowerCase().startsWith("en") ? "en" : "ru";
}
