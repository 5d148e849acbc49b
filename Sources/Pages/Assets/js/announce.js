// What happened, said to everybody: a polite live region, and toasts.
import { icon, make } from './dom.js';

const SHOWN = 10_000; // ms that a toast stays
const NEW = 100; // ms until a live region that has just been made is listened to

/** Where new text can be heard: inside the open modal dialog, if there is one. */
function stage() {
  return [...document.querySelectorAll('dialog[open]')].filter(dialog => dialog.matches(':modal')).at(-1) ?? document.body;
}

let speaking = 0;

/** Says something to those who use a screen reader. */
export function say(text) {
  const host = stage(), known = host.querySelector(':scope > .live');
  const region = known ?? make('div.live.vh', { role: 'status' });
  if (!known) host.append(region);
  clearTimeout(speaking);
  speaking = setTimeout(() => { region.textContent = region.textContent === text ? `${text}\u00a0` : text; }, known ? 0 : NEW);
}

let shown = null;

/** Takes the toast away, if one is there. */
export function dismissToast() {
  const host = shown, isLeft = host?.contains(document.activeElement);
  shown = null;
  host?.remove();
  if (isLeft && host.cameFrom?.isConnected) host.cameFrom.focus();
}

/**
 * A short message at the edge. It goes after a while, unless it is being read; what its action does must be possible
 * elsewhere too, or else it stays until it is answered or replaced.
 * @param {string} text
 * @param {{label: string, run: function(): void, stays?: boolean} | null} [action]
 */
export function toast(text, action) {
  dismissToast();
  const message = make('div.toast', { role: 'status' },
    make('span', { text }),
    action && make('button.btn.sm', { type: 'button', text: action.label, onclick: () => { dismissToast(); action.run(); } }),
    make('button.btn.sm.icon', { type: 'button', 'aria-label': 'Dismiss', onclick: dismissToast }, icon('x')));
  const host = shown = make('div.toasts', { popover: 'manual' }, message);
  host.addEventListener('focusin', ({ relatedTarget }) => { if (!host.contains(relatedTarget)) host.cameFrom = relatedTarget; });
  stage().append(host);
  host.showPopover?.();
  if (!action?.stays) leaveLater(host);
}

/** Nobody loses a message that they are reading, or that they have not had a chance to see. */
function leaveLater(host) {
  setTimeout(() => {
    if (host !== shown) return;
    if (document.hidden || host.matches(':hover, :focus-within')) leaveLater(host);
    else dismissToast();
  }, SHOWN);
}
