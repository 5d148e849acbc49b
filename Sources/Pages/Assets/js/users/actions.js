// What can be done with the selected users: the side panel behind the bar's three dots.
import { dialog } from '../dialog.js';
import { icon, make } from '../dom.js';
import { plural } from '../numbers.js';
import { WELCOME } from './status.js';

/** @returns {Promise<'send' | null>} what was chosen */
export const chooseAction = number => {
  let close;
  const action = (iconName, title, text, answer) => make('button.act', { type: 'button', onclick: () => close(answer) },
    make('span.x', null, icon(iconName, 'l')), make('span', null, make('strong', { text: title }), make('span.small', { text })));
  return dialog({
    title: `${plural(number, 'user')} selected`, classes: 'panel',
    body: [action('mail', 'Send welcome emails', 'Each gets a link to choose a password and sign in. You see the email first.', 'send'),
      make('section.gapped', null, make('h3', { text: 'What the marks mean' }), make('dl.marks', null,
        Object.values(WELCOME).flatMap(({ look, picture, title, meaning }) => [
          make('dt', null, make(`span.pill${look}`, null, icon(picture), title)), make('dd', { text: meaning })])))],
    onopen: (element, answer) => {
      close = answer;
      element.querySelector('.act').focus();
    },
  });
};
