// Elements, icons and queries: all that is needed to build a page without markup in strings.

const SVG = 'http://www.w3.org/2000/svg';
const SPRITE = new URL('../img/icons.svg', import.meta.url).pathname;

/** @returns {HTMLElement | null} */
export const find = (selector, within = document) => within.querySelector(selector);

/** @returns {HTMLElement[]} */
export const findAll = (selector, within = document) => [...within.querySelectorAll(selector)];

/**
 * Makes an element: `make('button.btn.primary', { type: 'button', onclick }, 'Upload')`.
 * @param {string} spec tag name and classes
 * @param {Object<string, *> | null} [properties] `on…` listens, `text` is its text, the rest are properties or attributes
 * @param {...(Node | string | false | null | Array)} children
 * @returns {HTMLElement}
 */
export function make(spec, properties, ...children) {
  const [tag, ...classes] = spec.split('.');
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(' ');
  for (const [name, value] of Object.entries(properties ?? {})) set(element, name, value);
  element.append(...children.flat(2).filter(child => child != null && child !== false));
  return element;
}

function set(element, name, value) {
  if (value == null || value === false) return;
  if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
  else if (name === 'text') element.textContent = value;
  else if (name in element) element[name] = value;
  else element.setAttribute(name, value === true ? '' : value);
}

/** Sets an attribute, or removes it when the value is null. */
export function attribute(element, name, value) {
  if (value == null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** A picture from the sprite. It says nothing by itself: words stand beside it. */
export function icon(name, classes = '') {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', `i ${classes}`.trim());
  svg.setAttribute('aria-hidden', 'true');
  svg.append(document.createElementNS(SVG, 'use'));
  changeIcon(svg, name);
  return svg;
}

export function changeIcon(svg, name) {
  svg.dataset.icon = name;
  svg.firstChild.setAttribute('href', `${SPRITE}#${name}`);
}

/** A button in words, with an icon before them if it has one. */
export function button(label, onclick, { classes = 'btn', iconName, ...properties } = {}) {
  return make(`button.${classes}`, { type: 'button', onclick, ...properties },
    iconName && icon(iconName), make('span.lbl', { text: label }));
}

/** A button that is only an icon; its label is for those who can't see it. */
export function iconButton(label, iconName, onclick, classes = 'btn.quiet.icon') {
  return make(`button.${classes}`, { type: 'button', 'aria-label': label, title: label, onclick }, icon(iconName, 'l'));
}
