// Opening a page: its module is fetched when it is first wanted, and everything it started ends with it.

import { h, show } from "./dom.js";
import { t } from "./i18n.js";
import { problemCard } from "./parts/notice.js";

/**
 * Opens a page in a place of its own, so that a slow answer for a page that was left writes into nothing.
 *
 * @param frame the shell around it
 * @param page from the list of pages
 * @param setting who, which school, what the address says
 * @returns a function that closes it
 */
export function openPage(frame, page, setting) {
  const end = new AbortController();
  const root = h("div", { class: "page-body" });
  frame.hold(page, root);
  const place = {
    ...setting,
    root,
    signal: end.signal,
    link: (state) => end.signal.aborted || frame.link(state),
    heading: (...actions) => heading(page, actions),
  };
  show(root, place.heading(), h("p", { class: "soft" }, t("loading")));
  fill(page, place);
  return () => {
    end.abort();
    frame.link("open");
  };
}

async function fill(page, place) {
  try {
    const { open } = await import(`./pages/${page.name}.js`);
    if (!place.signal.aborted) {
      await open(place);
    }
  } catch (problem) {
    if (!place.signal.aborted) {
      console.warn("a page did not open", problem);
      show(place.root, place.heading(), problemCard(problem, () => fill(page, place)));
    }
  }
}

function heading(page, actions) {
  const shown = actions.filter(Boolean);
  return h(
    "div",
    { class: "page-head" },
    h("h1", {}, t(`${page.name}.title`)),
    shown.length > 0 && h("div", { class: "actions" }, shown),
  );
}
