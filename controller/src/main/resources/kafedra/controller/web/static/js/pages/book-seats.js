// Where: any free seats that have what is needed, or seats chosen on the map.

import { get } from "../api.js";
import { freshId, h, icon, show } from "../dom.js";
import { t, word } from "../i18n.js";
import { ALL_FEATURES, featureIcons } from "../parts/condition.js";
import { bookedFor, byLabel } from "../parts/names.js";

export function seatsField({ wish, onChange }) {
  const node = h("fieldset", { class: "sheet part" });
  const body = h("div", { class: "part-body" });
  const name = freshId("seats");
  let seats = [];
  let busy = new Map();

  const choose = (chosen) => {
    wish.chosen = chosen;
    drawBody();
    onChange();
  };
  const draw = () => {
    const radio = (chosen, text) =>
      h("label", {}, h("input", { type: "radio", name, checked: wish.chosen === chosen, onchange: () => choose(chosen) }), t(text));
    show(
      node,
      h("legend", {}, t("form.seats")),
      h("div", { class: "choices" }, radio(false, "form.any"), radio(true, "form.these")),
      body,
    );
    drawBody();
  };
  const drawBody = () => show(body, wish.chosen ? picking() : counting());

  const counting = () => {
    const count = h("input", {
      type: "number",
      id: freshId("count"),
      min: "1",
      max: "100",
      value: String(wish.count),
      oninput: () => {
        wish.count = Math.min(100, Math.max(1, Math.trunc(Number(count.value)) || 1));
        onChange();
      },
    });
    const offered = ALL_FEATURES.filter((feature) => seats.some((seat) => seat.features.includes(feature)));
    return [
      h("div", { class: "field count" }, h("label", { for: count.id }, t("form.count")), count),
      offered.length > 0 && h("div", { class: "field" }, h("span", { class: "label" }, t("form.features")), h("div", { class: "ticks" }, offered.map(tick))),
    ];
  };
  const tick = (feature) => {
    const change = (event) => {
      wish.features = event.target.checked ? [...wish.features, feature] : wish.features.filter((one) => one !== feature);
      onChange();
    };
    return h(
      "label",
      { class: "tick" },
      h("input", { type: "checkbox", checked: wish.features.includes(feature), onchange: change }),
      icon(feature.toLowerCase()),
      word("feature", feature),
    );
  };

  const picking = () => {
    const left = Math.min(...seats.map((seat) => seat.column));
    const top = Math.min(...seats.map((seat) => seat.row));
    return [
      h("p", { class: "hint" }, t("form.pick")),
      h(
        "ul",
        { class: "pick-map", vars: { "--columns": Math.max(...seats.map((seat) => seat.column)) - left + 1 } },
        seats.map((seat) => h("li", { vars: { "grid-row": seat.row - top + 1, "grid-column": seat.column - left + 1 } }, pickSeat(seat))),
      ),
    ];
  };
  const pickSeat = (seat) => {
    const taken = busy.get(seat.id);
    const out = seat.service === "OUT_OF_SERVICE";
    const change = (event) => {
      wish.workstations = event.target.checked ? [...wish.workstations, seat.id] : wish.workstations.filter((one) => one !== seat.id);
      onChange();
    };
    const aside = out ? word("condition", "OUT_OF_SERVICE") : taken && t("form.taken", { who: bookedFor(taken) });
    return h(
      "label",
      { class: `pick ${taken ? "taken" : ""} ${out ? "out" : ""}` },
      h("input", { type: "checkbox", checked: wish.workstations.includes(seat.id), disabled: Boolean(taken) || out, onchange: change }),
      h("strong", {}, h("span", { class: "unseen" }, `${t("seat")} `), seat.label),
      aside ? h("span", { class: "pick-aside" }, aside) : featureIcons(seat.features),
    );
  };

  return {
    node,
    draw,
    labels: () => new Map(seats.map((seat) => [seat.id, seat.label])),
    async enter(lab) {
      seats = (await get("/workstations", { lab: lab.id })).sort((a, b) => byLabel(a.label, b.label));
      busy = new Map();
      draw();
    },
    taken(bookings) {
      busy = new Map(bookings.flatMap((booking) => booking.workstations.map((id) => [id, booking])));
      wish.workstations = wish.workstations.filter((id) => !busy.has(id));
      if (wish.chosen) {
        const focused = [...body.querySelectorAll("input")].indexOf(document.activeElement);
        drawBody();
        body.querySelectorAll("input")[focused]?.focus();
      }
    },
  };
}
