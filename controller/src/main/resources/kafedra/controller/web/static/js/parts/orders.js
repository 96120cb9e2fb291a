// Something asked of a kiosk: it is sent, and then the kiosk's own answer is waited for and told.

import { get, post } from "../api.js";
import { h, show } from "../dom.js";
import { t, word } from "../i18n.js";
import { goodCard, honeyCard, problemCard, say } from "./notice.js";

const ASK_EVERY_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Sends a command and shows in a node what becomes of it.
 *
 * @param path of the command
 * @param body its content, or undefined
 * @param node where the answer goes
 * @param done the words for success
 * @returns whether the kiosk carried it out
 */
export async function order(path, body, node, done) {
  show(node, honeyCard(t("order.sent")));
  try {
    const command = await settled(await post(path, body), node);
    node.dataset.command = command.id;
    if (command.state === "DONE") {
      show(node, goodCard(done));
      say(done);
      return true;
    }
    show(node, problemCard(refusal(command)));
  } catch (problem) {
    show(node, problemCard(problem));
  }
  return false;
}

/** Does what needs no kiosk, and shows in a node what became of it. */
export async function settle(node, ask, done) {
  try {
    await ask();
    show(node, goodCard(done));
    say(done);
  } catch (problem) {
    show(node, problemCard(problem));
  }
}

async function settled(command, node) {
  const until = performance.now() + LONGEST_WAIT_MS;
  let now = command;
  while (now.state === "WAITING" && performance.now() < until && node.isConnected) {
    show(node, honeyCard(t("order.waiting"), h("p", {}, t("order.waiting.next"))));
    await new Promise((wake) => setTimeout(wake, ASK_EVERY_MS));
    now = await get(`/commands/${command.id}`);
  }
  return now;
}

function refusal(command) {
  if (command.state === "REFUSED") {
    const reason = command.reason ?? "other";
    return { details: { title: t("order.refused"), detail: word("reason", reason) } };
  }
  return { details: { title: t(`order.${command.state}`), detail: t(`order.${command.state}.next`) } };
}
