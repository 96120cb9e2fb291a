/** Signing in by a picture: the class that is booked now, then the child's own picture, then the PIN. No names. */
import { h } from "../dom.js";
import { picture, pictureName } from "../picture.js";
import { back, title } from "../parts.js";
import { state } from "../state.js";
import { t } from "../words.js";

/** Which class, where several are booked. */
function classes() {
  return {
    main: [
      title(t("classes.which")),
      h("div", { class: "class-list" }, state.site.classes.map(({ id, name }) =>
        h("button", { type: "button", class: "class-name", act: "go", arg: `class/${id}` }, name))),
    ],
    foot: [back("idle")],
  };
}

/** Which picture is mine. */
function pictures() {
  const group = state.site.classes.find(({ id }) => id === state.about);
  if (group === undefined) return classes();
  return {
    main: [
      title(t("classes.mine", { name: group.name })),
      h("div", { class: "pictures", "data-quiet": true }, group.pictures.map((one) =>
        h("button", { type: "button", class: "picture", act: "pick-picture", arg: `${one.thing}/${one.frame}`, "aria-label": pictureName(one) },
          picture(one)))),
    ],
    foot: [back("idle")],
  };
}

export const classScreens = { classes, class: pictures };
