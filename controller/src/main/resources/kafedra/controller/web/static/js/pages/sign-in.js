// Before anything else: who are you. Nothing of the district is on this page.

import { post } from "../api.js";
import { h, show } from "../dom.js";
import { t } from "../i18n.js";
import { brandMark } from "../parts/brand.js";
import { languageSwitch } from "../parts/language.js";
import { honeyCard, problemCard } from "../parts/notice.js";

/** Draws the sign-in page. */
export function signIn(app, { remark, onEntered, onLanguage }) {
  const login = h("input", { type: "text", id: "login", name: "login", autocomplete: "username", autocapitalize: "none", spellcheck: "false", required: true, maxlength: "100" });
  const password = h("input", { type: "password", id: "password", name: "password", autocomplete: "current-password", required: true, maxlength: "200" });
  const button = h("button", { class: "button main", type: "submit" }, t("sign-in.enter"));
  const answer = h("div", { class: "entry-answer" }, remark && honeyCard(remark));

  const submit = async (event) => {
    event.preventDefault();
    button.disabled = true;
    show(button, t("sign-in.entering"));
    try {
      await onEntered(await post("/session", { login: login.value.trim(), password: password.value }));
    } catch (problem) {
      show(answer, problemCard(problem));
      password.setAttribute("aria-invalid", String(problem.code === "wrong-password"));
      password.value = "";
      password.focus();
    } finally {
      button.disabled = false;
      show(button, t("sign-in.enter"));
    }
  };

  show(
    app,
    h(
      "main",
      { class: "entry" },
      h(
        "div",
        { class: "entry-lift" },
        h(
          "div",
          { class: "entry-card" },
          h("div", { class: "entry-brand" }, brandMark(), h("div", {}, h("strong", {}, t("brand")), h("p", {}, t("sign-in.about")))),
          h("h1", { tabindex: "-1" }, t("sign-in.title")),
          answer,
          h(
            "form",
            { onsubmit: submit },
            h("div", { class: "field" }, h("label", { for: "login" }, t("sign-in.login")), login),
            h("div", { class: "field" }, h("label", { for: "password" }, t("sign-in.password")), password),
            button,
          ),
          h("p", { class: "hint" }, t("sign-in.help")),
          languageSwitch(onLanguage),
        ),
      ),
    ),
  );
  login.focus();
}
