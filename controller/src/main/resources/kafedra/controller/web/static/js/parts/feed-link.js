// Calendar links of a person, a group or a room: a phone, Outlook or Moodle fetches the bookings by itself.

import { get, post, remove, serverNow } from "../api.js";
import { freshId, h, icon, show } from "../dom.js";
import { t } from "../i18n.js";
import { age, dateFigures, dayOf } from "../time.js";
import { confirm, dialog } from "./dialog.js";
import { problemCard, say } from "./notice.js";

/**
 * The button that opens the links.
 *
 * @param subject one of { person }, { group }, { lab }: whose bookings
 * @param name what people call it
 * @param zone of the school
 */
export function feedButton(subject, name, zone) {
  return h(
    "button",
    { class: "button quiet", type: "button", onclick: () => openLinks(subject, name, zone) },
    icon("calendar"),
    t("feed.button"),
    h("span", { class: "unseen" }, ` ${name}`),
  );
}

function openLinks(subject, name, zone) {
  const made = h("div", {});
  const list = h("div", {});
  const draw = async () => {
    try {
      show(list, linksOf(await get("/feeds", subject)));
    } catch (problem) {
      show(list, problemCard(problem, draw));
    }
  };
  const linksOf = (feeds) => [
    h("h3", {}, t("feed.links")),
    feeds.length > 0 ? h("ul", { class: "feeds" }, feeds.map(row)) : h("p", { class: "soft" }, t("feed.none")),
  ];
  const row = (feed) =>
    h(
      "li",
      { class: "feed" },
      h(
        "span",
        {},
        h("span", { class: "figures" }, t("feed.made", { day: dateFigures(dayOf(feed.createdAt, zone)), who: feed.createdBy })),
        h("span", { class: "soft" }, feed.usedAt ? t("feed.used", { age: age(feed.usedAt, serverNow()) }) : t("feed.unused")),
      ),
      h("button", { class: "button quiet", type: "button", onclick: () => revoke(feed) }, t("feed.revoke")),
    );
  const revoke = async (feed) => {
    const yes = await confirm({ title: t("feed.revoke.title"), text: t("feed.revoke.text"), yes: t("feed.revoke"), no: t("feed.revoke.no") });
    if (!yes) {
      return;
    }
    try {
      await remove(`/feeds/${feed.id}`);
      if (made.dataset.feed === feed.id) {
        show(made);
      }
      say(t("feed.revoked"));
    } catch (problem) {
      show(made, problemCard(problem));
    }
    await draw();
  };
  const make = async () => {
    try {
      const { feed, path } = await post("/feeds", subject);
      made.dataset.feed = feed.id;
      show(made, newLink(new URL(path, location.origin).href));
      made.querySelector("input").select();
    } catch (problem) {
      show(made, problemCard(problem));
    }
    await draw();
  };
  dialog(t("feed.title", { name }), () => [
    h("p", {}, t("feed.text")),
    h("p", { class: "soft" }, t(subject.lab ? "feed.text.lab" : "feed.text.secret")),
    made,
    h("div", {}, h("button", { class: "button main", type: "button", onclick: make }, icon("calendar"), t("feed.make"))),
    list,
  ]);
  draw();
}

function newLink(address) {
  const field = h("input", { type: "text", id: freshId("feed"), value: address, readonly: true, class: "figures", onfocus: () => field.select() });
  const copied = h("span", { class: "soft" });
  const copy = async () => {
    show(copied, t((await copyOut(field)) ? "feed.copied" : "feed.not-copied"));
    say(copied.textContent);
  };
  return h(
    "div",
    { class: "notice good" },
    icon("check"),
    h(
      "div",
      { class: "feed-new" },
      h("label", { class: "notice-title", for: field.id }, t("feed.once")),
      field,
      h("div", { class: "actions" }, h("button", { class: "button", type: "button", onclick: copy }, t("feed.copy")), copied),
    ),
  );
}

/** Browsers give the clipboard to pages by TLS only; without it the old way is left. */
async function copyOut(field) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return document.execCommand("copy");
  }
}
