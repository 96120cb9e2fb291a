// Building the page out of elements. Text is always set as text, so nothing a person typed can become markup.

const SVG = "http://www.w3.org/2000/svg";

/**
 * An HTML element. An attribute that starts with "on" is a listener; false, null and undefined leave an
 * attribute out; children may be nodes, texts, numbers, arrays and nothing.
 */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** An SVG element, with the same rules. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/** A pictogram of our own sprite. Without a title it is decoration and hidden from assistive technology. */
export function icon(name, title) {
  const picture = svg("svg", { class: "icon", "aria-hidden": title ? null : "true", role: title ? "img" : null });
  if (title) {
    picture.append(svg("title", {}, title));
  }
  picture.append(svg("use", { href: `#pictogram-${name}` }));
  return picture;
}

/**
 * Brings the sprite into the page once, so that a picture drawn later does not ask a server that may be out of reach.
 */
export async function bringPictograms() {
  const answer = await fetch("/pictograms.svg");
  const sprite = new DOMParser().parseFromString(await answer.text(), "image/svg+xml").documentElement;
  sprite.querySelectorAll("symbol").forEach((symbol) => (symbol.id = `pictogram-${symbol.id}`));
  sprite.setAttribute("class", "sprite");
  sprite.setAttribute("aria-hidden", "true");
  document.body.append(document.adoptNode(sprite));
}

/** Replaces what stands inside a node. */
export function show(node, ...children) {
  node.replaceChildren(...flat(children));
  return node;
}

let last = 0;

/** An id that no other element of this page has. */
export function freshId(stem) {
  last += 1;
  return `${stem}-${last}`;
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (name === "vars") {
      // Through the style object, since the content security policy forbids style attributes.
      Object.entries(value).forEach(([key, text]) => element.style.setProperty(key, text));
    } else if (name === "value" || name === "checked" || name === "disabled" || name === "selected") {
      element[name] = value;
    } else {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...flat(children));
  return element;
}

function flat(children) {
  return children
    .flat(Infinity)
    .filter((child) => child !== null && child !== undefined && child !== false)
    .map((child) => (child instanceof Node ? child : document.createTextNode(String(child))));
}
