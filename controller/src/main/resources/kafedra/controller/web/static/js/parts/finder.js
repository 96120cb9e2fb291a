// Finding somebody by typing: a combobox after the WAI-ARIA pattern. The list belongs to the field; arrows move, Enter takes.

import { freshId, h, show } from "../dom.js";
import { t } from "../i18n.js";
import { say } from "./notice.js";

const PAUSE_MS = 180;

/**
 * A field that finds.
 *
 * @param label above the field
 * @param hint below the label
 * @param search gets what was typed, answers a promise of items {id, name, aside}
 * @param onPick gets the item taken, or null when the field was changed again
 */
export function finder({ label, hint, search, onPick, picked = null }) {
  const id = freshId("find");
  const list = h("ul", { class: "finder-list", id: `${id}-list`, role: "listbox", "aria-label": label, hidden: true });
  const input = h("input", {
    type: "text",
    id,
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: hint,
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    "aria-controls": `${id}-list`,
    value: picked?.name ?? "",
  });
  let items = [];
  let active = -1;
  let timer;
  let asked = 0;

  const open = (yes) => {
    list.hidden = !yes;
    input.setAttribute("aria-expanded", String(yes));
    if (!yes) {
      input.removeAttribute("aria-activedescendant");
    }
  };
  const mark = (index) => {
    active = index;
    [...list.children].forEach((node, at) => node.setAttribute("aria-selected", String(at === index)));
    const node = list.children[index];
    if (node) {
      input.setAttribute("aria-activedescendant", node.id);
      node.scrollIntoView({ block: "nearest" });
    }
  };
  const take = (item) => {
    input.value = item.name;
    open(false);
    onPick(item);
  };
  const draw = () => {
    if (items.length === 0) {
      show(list, h("li", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, t("finder.none")));
    } else {
      show(
        list,
        items.map((item, at) =>
          h(
            "li",
            { id: `${id}-${at}`, role: "option", "aria-selected": "false", onmousedown: (event) => (event.preventDefault(), take(item)) },
            h("span", {}, item.name),
            h("span", { class: "soft" }, item.aside),
          ),
        ),
      );
    }
    active = -1;
    open(true);
    say(t("finder.found", { n: items.length }));
  };
  const look = async () => {
    asked += 1;
    const mine = asked;
    try {
      const found = await search(input.value.trim());
      if (mine === asked && document.activeElement === input) {
        items = found;
        draw();
      }
    } catch (problem) {
      if (mine === asked) {
        show(list, h("li", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, problem.message));
        open(true);
      }
    }
  };

  input.addEventListener("input", () => {
    onPick(null);
    // What was found for other letters is gone at once: a quick Enter must never take somebody else.
    items = [];
    open(false);
    asked += 1;
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE_MS);
  });
  input.addEventListener("focus", () => (input.select(), look()));
  input.addEventListener("blur", () => open(false));
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) {
        look();
      } else if (items.length > 0) {
        mark((active + (event.key === "ArrowDown" ? 1 : -1) + items.length) % items.length);
      }
    } else if (event.key === "Enter") {
      event.preventDefault();
      const chosen = items[active] ?? (items.length === 1 ? items[0] : null);
      if (!list.hidden && chosen) {
        take(chosen);
      }
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      open(false);
    }
  });
  return h("div", { class: "field" }, h("label", { for: id }, label), h("div", { class: "finder" }, input, list));
}
