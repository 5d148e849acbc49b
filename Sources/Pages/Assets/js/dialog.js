// Modal dialogs: native <dialog>, labelled, with the heading focused. Focus returns by itself.
import { iconButton, make } from './dom.js';

let made = 0;

/**
 * @param {{title: string, body: *, foot?: function(function(*): void): *, classes?: string, onopen?: function(HTMLDialogElement, function(*): void): void}} parts
 * @returns {Promise<*>} what `foot`'s function was called with, or null when the dialog was closed
 */
export function dialog({ title, body, foot, classes = 'modal', onopen }) {
  return new Promise(resolve => {
    const id = `dialog-${++made}`;
    let answer = null;
    const close = value => { answer = value ?? null; element.close(); };
    const heading = make('h2', { id, text: title, tabIndex: -1 });
    const element = make(`dialog.${classes}`, { 'aria-labelledby': id },
      make('div.dh', null, heading, iconButton('Close', 'x', () => close(null))),
      make('div.db', null, body),
      foot && make('div.df', null, foot(close)));
    element.addEventListener('close', () => { element.remove(); resolve(answer); });
    document.body.append(element);
    element.showModal();
    heading.focus();
    onopen?.(element, close);
  });
}
