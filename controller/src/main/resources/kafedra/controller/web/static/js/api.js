// The one way to the controller. Every answer that is not good becomes a Problem with words a person can act on.

import { currentLanguage, t } from "./i18n.js";

const BASE = "/api/v1";
const PATIENCE_MS = 20_000;

let serverAheadMs = 0;
const leavers = new Set();

/** What went wrong, from problem details (RFC 9457) or from the lack of any answer. */
export class Problem extends Error {
  constructor(details) {
    super(details.detail ?? details.title);
    this.details = details;
  }

  get status() {
    return this.details.status;
  }

  get code() {
    return this.details.code;
  }
}

/** The controller's time, epoch milliseconds; a librarian's computer may have a clock that is wrong. */
export function serverNow() {
  return Date.now() + serverAheadMs;
}

/** Calls back when the controller no longer knows who we are. */
export function onSignedOut(listener) {
  leavers.add(listener);
}

export const get = (path, query) => call("GET", path, { query });
export const post = (path, body, query) => call("POST", path, { body, query });
export const put = (path, body) => call("PUT", path, { body });
export const patch = (path, body) => call("PATCH", path, { body });
export const remove = (path, query) => call("DELETE", path, { query });

/** Sends a file as it is; the controller finds out its encoding. */
export const sendCsv = (path, file, query) => call("POST", path, { file, query });

/** Asks without telling anybody when the answer is "not signed in". */
export const askQuietly = (path) => call("GET", path, { quiet: true });

/** The address of a resource, for event streams and downloads. */
export function address(path, query = {}) {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    [value].flat().forEach((one) => one !== null && one !== undefined && one !== "" && asked.append(name, one));
  }
  return BASE + path + (asked.size > 0 ? `?${asked}` : "");
}

/** A text in another form than JSON, such as a CSV of a report. */
export async function getText(path, query, accept) {
  const answer = await send(address(path, query), { headers: { Accept: accept } });
  if (!answer.ok) {
    throw await problemOf(answer);
  }
  return answer.text();
}

async function call(method, path, { query, body, file, quiet }) {
  const headers = { Accept: "application/json" };
  if (file) {
    headers["Content-Type"] = "text/csv";
  } else if (body !== undefined) {
    headers["Content-Type"] = "application/json";
  }
  const answer = await send(address(path, query), {
    method,
    headers,
    body: file ?? (body === undefined ? undefined : JSON.stringify(body)),
  });
  if (answer.ok) {
    return answer.status === 204 ? null : answer.json();
  }
  const problem = await problemOf(answer);
  if (answer.status === 401 && !quiet) {
    leavers.forEach((leaver) => leaver());
  }
  throw problem;
}

async function send(url, options) {
  const asked = Date.now();
  let answer;
  try {
    answer = await fetch(url, {
      credentials: "same-origin",
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...options,
      headers: { "Accept-Language": currentLanguage(), ...options.headers },
    });
  } catch (unanswered) {
    throw new Problem({
      status: 0,
      code: unanswered.name === "TimeoutError" ? "no-answer-in-time" : "no-connection",
      title: t("problem.no-connection"),
      detail: t(`problem.no-connection.${options.method ?? "GET"}`),
    });
  }
  setClock(answer, asked);
  return answer;
}

/** A Date header has whole seconds; only a difference that matters to a countdown is taken over. */
function setClock(answer, asked) {
  const told = Date.parse(answer.headers.get("Date") ?? "");
  const ahead = told + 500 - (asked + Date.now()) / 2;
  if (Number.isFinite(ahead) && Math.abs(ahead - serverAheadMs) > 2_000) {
    serverAheadMs = Math.abs(ahead) > 2_000 ? ahead : 0;
  }
}

async function problemOf(answer) {
  const kind = answer.headers.get("Content-Type") ?? "";
  const general = { status: answer.status, title: t("problem.general", { status: answer.status }), detail: t("problem.general.next") };
  if (!kind.includes("json")) {
    return new Problem(general);
  }
  try {
    return new Problem({ ...general, ...(await answer.json()) });
  } catch (torn) {
    console.warn("an answer broke off", torn);
    return new Problem(general);
  }
}
