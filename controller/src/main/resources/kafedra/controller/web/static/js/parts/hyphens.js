// Places where a Russian word may break, since browsers on Debian know none. After P. Khristov's rules for computers.

const SHY = "\u00AD";
const V = "[аеёиоуыэюя]";
const C = "[бвгджзклмнпрстфхцчшщ]";
const X = "[йъь]";
const A = "[абвгдеёжзийклмнопрстуфхцчшщъыьэюя]";

const RULES = [
  [`(${X})(${A}${A})`],
  [`(${V})(${V}${A})`],
  [`(${V}${C})(${C}${V})`],
  [`(${C}${V})(${C}${V})`],
  [`(${V}${C})(${C}${C}${V})`],
  [`(${V}${C}${C})(${C}${C}${V})`],
].map(([rule]) => new RegExp(rule, "giu"));

/** The same words, with soft hyphens in the long ones. */
export function hyphened(text) {
  return text.replace(/[а-яё]{6,}/giu, (word) => RULES.reduce((done, rule) => done.replace(rule, `$1${SHY}$2`), word));
}
