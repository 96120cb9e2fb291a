/**
 * A USB card reader types the card's number and Enter, wherever the focus is. Keys are read by position, so a
 * Russian keyboard layout cannot spoil letters; what was read is never shown.
 */
const READER_GAP_MS = 100;
/** Where no digits are entered nothing else can be typed, so a slow hand is welcome too. */
const HAND_GAP_MS = 2500;
const SHORTEST = 4;
const LONGEST = 64;

export function readCards({ isEntering, onCard, onDigit }) {
  let typed = "";
  let last = 0;
  let slowKey = null;

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const quick = event.timeStamp - last < (isEntering() ? READER_GAP_MS : HAND_GAP_MS);
    if (event.code === "Enter" || event.code === "NumpadEnter") {
      const card = typed;
      typed = "";
      if (quick && card.length >= SHORTEST) {
        event.preventDefault();
        event.stopPropagation();
        clearTimeout(slowKey);
        onCard(card);
      }
      return;
    }
    const letter = /^(?:Digit|Numpad|Key)([0-9A-Z])$/.exec(event.code)?.[1];
    if (letter === undefined) return;
    typed = (quick ? typed + letter : letter).slice(-LONGEST);
    last = event.timeStamp;
    clearTimeout(slowKey);
    // A lone digit on a real keyboard goes to the keypad; a reader's next key comes before this fires.
    if (isEntering() && !quick && /[0-9]/.test(letter)) {
      slowKey = setTimeout(() => onDigit(letter), READER_GAP_MS + 20);
    }
  }, true);
}
