// Opening a page: its module is fetched when it is first wanted, and everything it started ends with it.

import { h, show } from "./dom.js";
import { t } from "./i18n.js";
import { problemCard } from "./parts/notice.js";

/**
 * Opens a page.
 *
 * @param frame the shell around it
 * @param page from the list of pages
 * @param setting who, which school, what the address says
 * @returns a function that closes it
 */
export async function openPage(frame, page, setting) {
  const end = new AbortController();
  const root = frame.fresh(page);
  const place = { ...setting, root, signal: end.signal, link: frame.link, heading: (...actions) => heading(page, actions) };
  show(root, heading(page, []), h("p", { class: "soft" }, t("loading")));
  try {
    const { open } = await import(`./pages/${page.file}.js`);
    if (!end.signal.aborted) {
      await open(place);
    }
  } catch (problem) {
    if (!end.signal.aborted) {
      console.warn("a page did not open", problem);
      show(root, heading(page, []), problemCard(problem, () => window.dispatchEvent(new Event("hashchange"))));
    }
  }
  return () => {
    frame.link("open");
    end.abort();
  };
}

function heading(page, actions) {
  return h(
    "div",
    { class: "page-head" },
    h("h1", { tabindex: "-1" }, t(`${page.name}.title`)),
    actions.length > 0 && h("div", { class: "actions" }, actions),
  );
}
