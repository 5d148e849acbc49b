// What happened, said to everybody: a polite live region, and toasts.
import { icon, make } from './dom.js';

const SHOWN = 6000; // ms that a toast without an action stays

/** Where new text can be heard: inside the open modal dialog, if there is one. */
function stage() {
  return [...document.querySelectorAll('dialog[open]')].filter(dialog => dialog.matches(':modal')).at(-1) ?? document.body;
}

/** Says something to those who use a screen reader. */
export function say(text) {
  const host = stage();
  let region = host.querySelector(':scope > .live');
  if (!region) host.append(region = make('div.live.vh', { role: 'status' }));
  region.textContent = region.textContent === text ? `${text}\u00a0` : text;
}

let shown = null;

/** Takes the toast away, if one is there. */
export function dismissToast() {
  shown?.remove();
  shown = null;
}

/**
 * A short message at the edge. With an action it stays until answered or replaced.
 * @param {string} text
 * @param {{label: string, run: function(): void} | null} [action]
 */
export function toast(text, action) {
  dismissToast();
  const message = make('div.toast', { role: 'status' },
    make('span', { text }),
    action && make('button.btn.sm', { type: 'button', text: action.label, onclick: () => { dismissToast(); action.run(); } }),
    make('button.btn.sm.icon', { type: 'button', 'aria-label': 'Dismiss', onclick: dismissToast }, icon('x')));
  const host = shown = make('div.toasts', { popover: 'manual' }, message);
  stage().append(host);
  host.showPopover?.();
  if (!action) setTimeout(() => leave(host), SHOWN);
}

/** Nobody loses a message that they are reading. */
function leave(host) {
  if (host.matches(':hover, :focus-within')) setTimeout(() => leave(host), SHOWN);
  else if (host === shown) dismissToast();
}
