// The roster from a file: first what would happen to each row, then, when that looks right, for good.

import { sendCsv } from "../api.js";
import { freshId, h, icon, show } from "../dom.js";
import { t } from "../i18n.js";
import { goodCard, honeyCard, problemCard, say } from "../parts/notice.js";

const FATES = ["REJECTED", "ADDED", "UPDATED", "UNCHANGED"];
const MARKS = { ADDED: ["good", "check"], UPDATED: ["honey", "extend"], UNCHANGED: ["stone", "after"], REJECTED: ["bad", "close"] };
/** Rows shown at once; a page of 10,000 rows helps nobody. */
const SHOWN = 300;

export async function open(place) {
  const result = h("div", { class: "import-result", tabindex: "-1" });
  const input = h("input", { type: "file", id: "csv", accept: ".csv,text/csv,text/plain", class: "unseen" });
  const chosen = h("span", {}, t("import.no-file"));
  const send = async (mode) => {
    const file = input.files[0];
    if (!file) {
      input.focus();
      return;
    }
    show(chosen, file.name);
    show(result, h("p", { class: "soft", role: "status" }, t("import.reading", { file: file.name })));
    try {
      const told = await sendCsv("/roster-imports", file, { school: place.school.id, mode });
      show(result, report(told, file, place.has("people"), () => send("apply")));
      say(t(`import.${mode}`));
    } catch (problem) {
      show(result, problemCard(problem));
    }
    result.focus({ preventScroll: true });
  };
  input.addEventListener("change", () => send("preview"));
  show(
    place.root,
    place.heading(),
    h(
      "section",
      { class: "sheet import-file" },
      h("h2", {}, t("import.file")),
      h("p", { class: "hint" }, t("import.hint")),
      h("code", { class: "columns" }, "username,firstname,lastname,email,course1,group1,cohort1"),
      h("div", { class: "file" }, input, h("label", { for: "csv", class: "button main" }, icon("import"), t("import.choose")), chosen),
    ),
    result,
  );
}

function report(told, file, peopleNext, onApply) {
  const good = told.added + told.updated;
  const head =
    told.mode === "apply"
      ? goodCard(t("import.apply"), h("p", {}, t("import.apply.next")), peopleNext && h("p", { class: "notice-actions" }, h("a", { class: "button", href: "#/people" }, icon("people"), t("people.nav"))))
      : honeyCard(
          t("import.preview"),
          h("p", {}, good > 0 ? t("import.preview.next", { file: file.name }) : t("import.preview.nothing", { file: file.name })),
          good > 0 && h("p", { class: "notice-actions" }, takeButton(good, onApply)),
        );
  const body = h("div", {});
  let shown = null;
  const draw = () => show(body, rowsTable(told.rows.filter((row) => !shown || row.fate === shown)));
  draw();
  return [
    head,
    h(
      "section",
      { class: "sheet" },
      h("p", { class: "soft small" }, t("import.found-out", { encoding: told.encoding, separator: told.separator === "\t" ? "Tab" : told.separator })),
      fateChoice(told, (fate) => {
        shown = fate;
        draw();
      }),
      body,
    ),
  ];
}

function takeButton(good, onApply) {
  const press = (event) => {
    event.currentTarget.disabled = true;
    onApply();
  };
  return h("button", { class: "button main", type: "button", onclick: press }, t("import.take", { n: good }));
}

function fateChoice(told, onFate) {
  const name = freshId("fate");
  const counts = { ADDED: told.added, UPDATED: told.updated, UNCHANGED: told.unchanged, REJECTED: told.rejected };
  const radio = (fate, text) => h("label", {}, h("input", { type: "radio", name, checked: fate === null, onchange: () => onFate(fate) }), text);
  return h(
    "fieldset",
    { class: "choices import-fates" },
    h("legend", { class: "unseen" }, t("import.rows")),
    radio(null, t("import.all", { n: told.rows.length })),
    FATES.filter((fate) => counts[fate] > 0).map((fate) => radio(fate, `${t(`fate.${fate}`)}: ${counts[fate]}`)),
  );
}

function rowsTable(rows) {
  const head = ["import.line", "import.username", "import.fate", "import.message"];
  return h(
    "div",
    { class: "table-box", tabindex: "0", role: "region", "aria-label": t("import.rows") },
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, head.map((key) => h("th", { scope: "col" }, t(key))))),
      h(
        "tbody",
        {},
        rows.slice(0, SHOWN).map((row) => {
          const [kind, pictogram] = MARKS[row.fate];
          return h(
            "tr",
            {},
            h("td", { class: "figures" }, row.line),
            h("th", { scope: "row" }, row.username),
            h("td", {}, h("span", { class: `mark ${kind}` }, icon(pictogram), t(`fate.${row.fate}`))),
            h("td", {}, row.message ?? ""),
          );
        }),
      ),
    ),
    rows.length > SHOWN && h("p", { class: "hint" }, t("import.more", { n: rows.length - SHOWN })),
  );
}
