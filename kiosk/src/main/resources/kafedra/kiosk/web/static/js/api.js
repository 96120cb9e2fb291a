/** The kiosk program's HTTP API. Every failure is a Problem with a stable code; the words are ours. */
export class Problem extends Error {
  constructor(code, details = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** Longer than the program waits for the district (1.5 s), shorter than a child's patience. */
const ANSWER_WITHIN_MS = 8000;

export const api = {
  site: () => ask("GET", "/api/site"),
  tap: (card) => ask("POST", "/api/tap", { card }),
  signIn: (number, pin) => ask("POST", "/api/sign-in", { number, pin }),
  signInByPicture: ({ group, thing, frame }, pin) => ask("POST", "/api/sign-in/picture", { group, thing, frame, pin }),
  signInByCode: (code) => ask("POST", "/api/sign-in/code", { code }),
  takeSeat: (token, seat) => ask("POST", "/api/visit/seat", { token, seat, minutes: null }),
  extend: (token) => ask("POST", "/api/visit/extend", { token }),
  end: (token) => ask("POST", "/api/visit/end", { token }),
  stay: (token) => ask("POST", "/api/visit/stay", { token }),
  leave: (token) => ask("POST", "/api/visit/leave", { token }),
  book: (token, { start, end }) => ask("POST", "/api/visit/bookings", { token, start, end, seat: null }),
  cancel: (token, id) =>
    ask("DELETE", `/api/visit/bookings/${encodeURIComponent(id)}?token=${encodeURIComponent(token)}`),
  queue: (token, { lab, features }) => ask("POST", "/api/visit/ticket", { token, lab, features }),
  call: (token) => ask("POST", "/api/visit/call", { token }),
  takeBackCall: (token) => ask("DELETE", `/api/visit/call?token=${encodeURIComponent(token)}`),
  callOfNobody: () => ask("POST", "/api/call", {}),
  takeBackCallOfNobody: () => ask("DELETE", "/api/call"),
  staff: (act, body) => ask("POST", `/api/staff/${act}`, body),
  mood: (token, mood) => ask("POST", "/api/visit/mood", { token, mood }),
  history: (token) => ask("POST", "/api/visit/history", { token }),
  reportFault: (token, seat, kind) => ask("POST", "/api/visit/fault", { token, seat, kind }),
  leaveQueue: (token) => ask("DELETE", `/api/visit/ticket?token=${encodeURIComponent(token)}`),
};

async function ask(method, path, body) {
  // DELETE changes state too, so it also states the type that the program asks of such requests.
  const headers = method === "GET" ? {} : { "Content-Type": "application/json" };
  let response;
  try {
    response = await fetch(path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: "no-store",
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
  } catch (cause) {
    throw new Problem("no-answer", { cause: cause.name });
  }
  if (response.status === 204) return null;
  const answer = await response.json().catch(() => null);
  if (response.ok && answer !== null) return answer;
  throw new Problem(answer?.code ?? "unexpected", answer ?? {});
}
