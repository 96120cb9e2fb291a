// Keys of one letter that work anywhere on a page. Whoever dictates or types with difficulty can switch them off.

const KEPT = "kafedra.keys";

export const areKeysOn = () => localStorage.getItem(KEPT) !== "off";
export const turnKeys = (on) => localStorage.setItem(KEPT, on ? "on" : "off");

/** Calls back for a key pressed outside of fields and dialogs. */
export function onKey(code, shift, act) {
  const hear = (event) => {
    const typing = event.target.closest?.("input, select, textarea, dialog");
    if (!typing && areKeysOn() && event.code === code && event.shiftKey === shift && !event.ctrlKey && !event.altKey && !event.metaKey && !event.defaultPrevented) {
      event.preventDefault();
      act();
    }
  };
  window.addEventListener("keydown", hear);
}
