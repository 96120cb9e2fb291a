/** Reads the screen aloud, where the machine has a voice for the language. */
const synthesis = globalThis.speechSynthesis ?? null;

export const speech = {
  canSpeak: (lang) => voiceFor(lang) !== undefined,
  isSpeaking: () => synthesis !== null && (synthesis.speaking || synthesis.pending),
  onVoices: (listener) => synthesis?.addEventListener?.("voiceschanged", listener),
  stop: () => synthesis?.cancel(),

  say(root, lang, onEnd) {
    synthesis.cancel();
    const said = new SpeechSynthesisUtterance(textOf(root));
    said.lang = lang;
    said.voice = voiceFor(lang) ?? null;
    said.rate = 0.9;
    said.onend = onEnd;
    said.onerror = onEnd;
    synthesis.speak(said);
  },
};

function voiceFor(lang) {
  return synthesis?.getVoices().find((voice) => voice.lang.toLowerCase().startsWith(lang));
}

function texts(node) {
  return node.nodeType === Node.TEXT_NODE ? [node.nodeValue] : [...node.childNodes].flatMap(texts);
}

/** Visible text, a full stop between blocks so that the voice pauses; a seat map is not read out. */
function textOf(root) {
  const copy = root.cloneNode(true);
  copy.querySelectorAll("[data-quiet], svg").forEach((node) => node.remove());
  const blocks = copy.querySelectorAll("h1, h2, p, li, button, dt, dd");
  const lines = [...blocks].map((node) => texts(node).join(" ").replace(/\s+/g, " ").trim());
  return lines.filter((line) => line !== "").join(". ");
}
