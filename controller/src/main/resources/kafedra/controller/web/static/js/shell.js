// The frame: pages of one's roles at the side, school and account above, a notice when the line is lost.

import { ROLES } from "./access.js";
import { h, icon, show } from "./dom.js";
import { t } from "./i18n.js";
import { brandMark } from "./parts/brand.js";
import { languageSwitch } from "./parts/language.js";

const BANNER_AFTER_MS = 1_500;

/** Draws the frame and answers how to fill it. */
export function shell(app, { me, pages, onSchool, onLanguage, onSignOut, onFind }) {
  const main = h("main", { class: "page", id: "main", tabindex: "-1" });
  const school = h("div", { class: "school" });
  const rail = railOf(pages);
  const turnMenu = (open) => {
    rail.classList.toggle("open", open);
    menu.setAttribute("aria-expanded", String(open));
  };
  const menu = h(
    "button",
    {
      class: "button square menu-button",
      type: "button",
      "aria-expanded": "false",
      "aria-controls": "rail",
      "aria-label": t("shell.menu"),
      onclick: () => turnMenu(!rail.classList.contains("open")),
    },
    icon("menu"),
  );
  const strip = h(
    "header",
    { class: "strip" },
    menu,
    school,
    onFind && findButton(onFind),
    h(
      "div",
      { class: "account" },
      languageSwitch(onLanguage),
      h("span", { class: "account-name soft" }, me.name),
      h(
        "button",
        { class: "button square", type: "button", onclick: onSignOut, "aria-label": t("shell.sign-out"), title: t("shell.sign-out") },
        icon("leave"),
      ),
    ),
  );
  const banner = h("div", { class: "banner", hidden: true, role: "status" }, icon("no-link"), t("shell.lost"));
  const skip = h("a", { class: "skip", href: "#main", onclick: (event) => (event.preventDefault(), main.focus()) }, t("shell.skip"));
  show(app, skip, h("div", { class: "shell" }, strip, rail, main), banner);

  rail.addEventListener("click", (event) => event.target.closest("a") && turnMenu(false));
  rail.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && rail.classList.contains("open")) {
      turnMenu(false);
      menu.focus();
    }
  });

  let current = null;
  let bannerTimer;
  return {
    point(page, choice, chosen) {
      for (const link of rail.querySelectorAll("a")) {
        const here = link.getAttribute("href") === `#/${page.name}`;
        here ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current");
      }
      turnMenu(false);
      show(school, schoolChoice(choice, chosen, onSchool));
      document.title = `${t(`${page.name}.title`)} · ${t("brand")}`;
    },
    hold(page, root) {
      const moved = current !== null && current !== page.name;
      current = page.name;
      show(main, root);
      if (moved) {
        window.scrollTo(0, 0);
        main.focus({ preventScroll: true });
      }
    },
    nothing: (text) => show(main, h("p", {}, text)),
    link(state) {
      clearTimeout(bannerTimer);
      if (state === "open") {
        banner.hidden = true;
      } else {
        bannerTimer = setTimeout(() => (banner.hidden = false), BANNER_AFTER_MS);
      }
    },
  };
}

/** A search that looks like a field and opens one. */
function findButton(onFind) {
  return h(
    "button",
    { class: "find-button", type: "button", onclick: onFind, "aria-label": t("find.title"), "aria-keyshortcuts": "/" },
    icon("search"),
    h("span", { class: "find-text" }, t("find.title")),
    h("kbd", { "aria-hidden": "true" }, "/"),
  );
}

/** Each page stands once, under the first of its roles that one has. */
function railOf(pages) {
  const sections = ROLES.map((role) => [role, pages.filter((page) => page.role === role)])
    .filter(([, own]) => own.length > 0)
    .map(([role, own]) => [
      h("h2", { id: `role-${role}` }, t(`role.${role}`)),
      h(
        "ul",
        { "aria-labelledby": `role-${role}` },
        own.map((page) => h("li", {}, h("a", { href: `#/${page.name}` }, icon(page.icon), t(`${page.name}.nav`)))),
      ),
    ]);
  return h("nav", { class: "rail", id: "rail", "aria-label": t("shell.pages") }, h("div", { class: "brand" }, brandMark(), t("brand")), sections);
}

function schoolChoice(choice, chosen, onSchool) {
  if (choice.length === 0) {
    return null;
  }
  if (choice.length === 1) {
    return [icon("free"), h("span", {}, choice[0].name)];
  }
  const options = choice.map((one) => h("option", { value: one.id, selected: one.id === chosen?.id }, one.name));
  return h(
    "select",
    { "aria-label": t("shell.school"), onchange: (event) => onSchool(event.target.value) },
    options,
  );
}
