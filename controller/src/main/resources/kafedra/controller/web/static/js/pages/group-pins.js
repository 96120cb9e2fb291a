// Groups, and new PINs for one of them: shown once, to print and to cut.

import { get, post } from "../api.js";
import { h, icon, show } from "../dom.js";
import { t } from "../i18n.js";
import { confirm, dialog } from "../parts/dialog.js";
import { feedButton } from "../parts/feed-link.js";
import { byLabel } from "../parts/names.js";
import { empty, goodCard, problemCard } from "../parts/notice.js";
import { pupilPicture } from "../parts/pupil-picture.js";

export function groupsSheet(groups, zone) {
  return h(
    "section",
    { class: "sheet", "aria-labelledby": "groups" },
    h("h2", { id: "groups" }, t("groups.title")),
    h("p", { class: "hint" }, t("groups.hint")),
    groups.length > 0
      ? h("ul", { class: "groups" }, [...groups].sort((a, b) => byLabel(a.name, b.name)).map((group) => row(group, zone)))
      : empty("group", t("groups.none"), t("people.nobody.next")),
  );
}

function row(group, zone) {
  const answer = h("div", {});
  const issue = async () => {
    const yes = await confirm({
      title: t("pins.title", { group: group.name }),
      text: t("pins.text"),
      yes: t("pins.yes"),
      no: t("pins.no"),
    });
    if (!yes) {
      return;
    }
    try {
      const { slips, left } = await post(`/groups/${group.id}/pins`, undefined, { which: "missing" });
      slips.length > 0 ? showSlips(group, slips, left) : show(answer, goodCard(t("pins.nobody")));
    } catch (problem) {
      show(answer, problemCard(problem));
    }
  };
  const pictures = async () => {
    try {
      showPictures(group, await get(`/groups/${group.id}/pictures`));
    } catch (problem) {
      show(answer, problemCard(problem));
    }
  };
  return h(
    "li",
    { class: "group" },
    h("span", {}, h("strong", {}, group.name), h("span", { class: "soft" }, ` · ${t("people", { n: group.size })}`)),
    h(
      "div",
      { class: "actions" },
      feedButton({ group: group.id }, group.name, zone),
      h("button", { class: "button quiet", type: "button", onclick: pictures }, icon("group"), t("pictures.button"), h("span", { class: "unseen" }, ` ${group.name}`)),
      h("button", { class: "button quiet", type: "button", onclick: issue }, icon("print"), t("pins.button"), h("span", { class: "unseen" }, ` ${group.name}`)),
    ),
    answer,
  );
}

/** Whose picture is which, to print and to cut. */
function showPictures(group, pictures) {
  document.body.classList.add("prints-dialog");
  dialog(
    t("pictures.slips", { group: group.name }),
    () => [
      h("p", { class: "no-print" }, t("pictures.hint")),
      h("ul", { class: "slips" }, pictures.map((one) => h("li", { class: "slip-picture" }, pupilPicture(one), h("strong", {}, one.person.name)))),
      h("div", { class: "dialog-actions no-print" }, h("button", { class: "button main", type: "button", onclick: () => window.print() }, icon("print"), t("pins.print"))),
    ],
    { kind: "wide", onClosed: () => document.body.classList.remove("prints-dialog") },
  );
}

function showSlips(group, slips, left) {
  document.body.classList.add("prints-dialog");
  dialog(
    t("pins.slips", { group: group.name }),
    () => [
      h("p", { class: "no-print" }, t("pins.once")),
      left > 0 && h("p", { class: "no-print fault" }, t("pins.left", { n: left })),
      h(
        "ul",
        { class: "slips" },
        slips.map((slip) =>
          h("li", {}, h("strong", {}, slip.name), h("span", { class: "figures" }, `${t("person.number")} ${slip.number}`), h("span", { class: "figures" }, `${t("person.pin")} ${slip.pin}`)),
        ),
      ),
      h("div", { class: "dialog-actions no-print" }, h("button", { class: "button main", type: "button", onclick: () => window.print() }, icon("print"), t("pins.print"))),
    ],
    { kind: "wide", onClosed: () => document.body.classList.remove("prints-dialog") },
  );
}
