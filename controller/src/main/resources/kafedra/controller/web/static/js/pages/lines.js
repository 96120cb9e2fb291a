// The Internet line of each building: what it carries, against the criterion, and how it went over time.

import { get, serverNow } from "../api.js";
import { curve } from "../charts/curve.js";
import { freshId, h, icon, show } from "../dom.js";
import { number, percent, t, word } from "../i18n.js";
import { empty, problemCard } from "../parts/notice.js";
import { age, clock, dayAndMonth, dayOf, millis, moment, toInstant } from "../time.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PERIODS = [
  { name: "day", length: DAY, stop: 3 * HOUR },
  { name: "week", length: 7 * DAY, stop: DAY },
  { name: "month", length: 30 * DAY, stop: 3 * DAY },
];
const REFRESH_MS = 60_000;

export async function open(place) {
  const schools = new Map(place.schools.map((school) => [school.id, school]));
  const body = h("div", { class: "lines" });
  let period = PERIODS[0];
  const draw = async () => {
    const lines = await get("/lines");
    show(body, lines.length > 0 ? lines.map((line) => lineSheet(line, schools.get(line.school), period)) : empty("lines", t("lines.none"), t("lines.none.next")));
  };
  show(
    place.root,
    place.heading(
      periodChoice((chosen) => {
        period = chosen;
        draw();
      }),
    ),
    h("p", { class: "soft" }, t("lines.about")),
    body,
  );
  await draw();
  const timer = setInterval(() => draw().catch((problem) => console.warn("lines were not refreshed", problem.code)), REFRESH_MS);
  place.signal.addEventListener("abort", () => clearInterval(timer));
}

function periodChoice(onPeriod) {
  const name = freshId("period");
  return h(
    "fieldset",
    { class: "choices" },
    h("legend", { class: "unseen" }, t("lines.period")),
    PERIODS.map((period, at) => h("label", {}, h("input", { type: "radio", name, checked: at === 0, onchange: () => onPeriod(period) }), t(`lines.${period.name}`))),
  );
}

function lineSheet(line, school, period) {
  const chart = h("div", { class: "line-chart" });
  drawChart(line, school, period, chart);
  const id = `line-${line.building}`;
  return h(
    "section",
    { class: "sheet line", "aria-labelledby": id },
    h(
      "div",
      { class: "sheet-head" },
      h("h2", { id }, school?.name ?? line.school),
      h("span", { class: "soft" }, line.name),
      h("span", { class: `mark ${line.reach === "ONLINE" ? "good" : "bad"}` }, icon(line.reach === "ONLINE" ? "link" : "no-link"), word("reach", line.reach)),
    ),
    h("div", { class: "line-body" }, h("dl", { class: "line-facts" }, factsOf(line)), chart),
  );
}

function factsOf(line) {
  const { latest, compliance, criterionKbps } = line;
  const fact = (name, value, aside) => h("div", {}, h("dt", {}, t(name)), h("dd", {}, h("strong", { class: "figures" }, value), aside && h("span", { class: "soft small" }, aside)));
  const measured = compliance.windows > 0;
  return [
    fact("line.down", latest ? rate(latest.downKbps) : t("line.unmeasured"), latest && t("line.peak", { rate: rate(latest.peakDownKbps) })),
    fact("line.up", latest ? rate(latest.upKbps) : "–", latest?.roundTripMs ? t("line.round-trip", { n: latest.roundTripMs }) : null),
    fact("line.measured", latest ? age(latest.at, serverNow()) : "–", latest && word("method", latest.method)),
    fact("line.compliance", measured ? percent(compliance.atOrAbove / compliance.windows) : "–", measured ? t("line.windows", { n: compliance.windows, rate: rate(criterionKbps) }) : t(latest ? "line.no-proof" : "line.no-windows")),
  ];
}

const rate = (kbps) => (kbps >= 1000 ? t("rate.mbit", { n: number(kbps / 1000, 1) }) : t("rate.kbit", { n: number(kbps) }));

async function drawChart(line, school, period, node) {
  const to = serverNow();
  const from = to - period.length;
  const zone = school?.zone ?? "UTC";
  try {
    const windows = await get(`/buildings/${line.building}/line`, { from: toInstant(from), to: toInstant(to) });
    if (windows.length === 0) {
      show(node, empty("lines", t("line.no-series"), t("line.no-series.next")));
      return;
    }
    const points = windows.map((one) => ({ at: millis(one.at), values: [one.peakDownKbps / 1000, one.downKbps / 1000] }));
    show(node, chartOf(line, points, { from, to, zone, period }));
  } catch (problem) {
    show(node, problemCard(problem, () => drawChart(line, school, period, node)));
  }
}

function chartOf(line, points, { from, to, zone, period }) {
  const peaks = points.map((point) => point.values[0]);
  const least = points.reduce((a, b) => (b.values[0] < a.values[0] ? b : a));
  const usual = (points.at(-1).at - points[0].at) / Math.max(1, points.length - 1);
  return curve({
    title: t("line.chart"),
    unit: t("unit.mbit"),
    words: t("line.words", {
      n: points.length,
      most: number(Math.max(...peaks), 1),
      least: number(least.values[0], 1),
      when: moment(least.at, zone, to),
    }),
    series: [
      { name: t("line.series.peak"), look: "look-peak" },
      { name: t("line.series.mean"), look: "look-mean" },
    ],
    points,
    from,
    to,
    gap: Math.max(4 * usual, HOUR / 2),
    threshold: { value: line.criterionKbps / 1000, name: t("line.criterion", { rate: rate(line.criterionKbps) }) },
    stops: stopsOf(from, to, period, zone),
  });
}

/** Whole hours or midnights of the place, for the axis. */
function stopsOf(from, to, period, zone) {
  const first = new Date(from);
  first.setUTCMinutes(0, 0, 0);
  const stops = [];
  for (let at = first.getTime() + HOUR; at < to; at += HOUR) {
    const hour = Number(clock(at, zone).slice(0, 2));
    const day = dayOf(at, zone);
    const wanted = period.stop < DAY ? hour % (period.stop / HOUR) === 0 : hour === 0 && Number(day.slice(8)) % (period.stop / DAY) === 0;
    if (wanted) {
      stops.push({ at, label: period.stop < DAY ? clock(at, zone) : dayAndMonth(day) });
    }
  }
  return stops;
}
