/**
 * Builds and patches the page. A screen is a function of the state that returns fresh nodes; patch()
 * moves the page to them with as few changes as possible, so that focus and animations live on. Clicks are
 * delegated by data-do, therefore nodes carry no listeners and may be exchanged freely.
 */
const SVG = "http://www.w3.org/2000/svg";

/** Makes an element; `act` and `arg` name what a press does. Children: nodes, texts, arrays, null. */
export function h(tag, props, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** Makes an SVG element. */
export function svg(tag, props, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

/** A pictogram of the sprite; decorative, the words beside it speak. */
export function icon(name, size = "") {
  const look = `icon ${size}`.trim();
  return svg("svg", { class: look, "aria-hidden": "true", focusable: "false" },
    svg("use", { href: `#${name}` }));
}

/** Takes the pictograms into the page, so that they are there when the kiosk program is not. */
export const loadPictograms = () => Promise.all(["/img/pictograms.svg", "/img/pictures.svg"].map(loadSprite));

async function loadSprite(path) {
  const answer = await fetch(path);
  const sprite = new DOMParser().parseFromString(await answer.text(), "image/svg+xml").documentElement;
  sprite.setAttribute("class", "pictograms");
  sprite.setAttribute("aria-hidden", "true");
  document.body.append(document.adoptNode(sprite));
}

function fill(node, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "act") node.dataset.do = value;
    else if (name === "arg") node.dataset.arg = String(value);
    else if (name === "key") node.dataset.key = value;
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : String(child));
  }
  return node;
}

/** Makes `old` equal to `fresh`, keeping every node that still fits. Returns the node that stands now. */
export function patch(old, fresh) {
  if (!alike(old, fresh)) {
    old.replaceWith(fresh);
    return fresh;
  }
  if (old.nodeType === Node.TEXT_NODE) {
    if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
    return old;
  }
  patchAttributes(old, fresh);
  const next = [...fresh.childNodes];
  while (old.childNodes.length > next.length) old.lastChild.remove();
  next.forEach((node, i) => {
    if (i < old.childNodes.length) patch(old.childNodes[i], node);
    else old.append(node);
  });
  return old;
}

function alike(a, b) {
  if (a.nodeType !== b.nodeType || a.nodeName !== b.nodeName) return false;
  return a.nodeType === Node.TEXT_NODE || a.dataset.key === b.dataset.key;
}

function patchAttributes(old, fresh) {
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}
