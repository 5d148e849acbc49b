// What stands in the place of the grid when the import is over: everybody added, or cancelled.
import { button, icon, make } from '../dom.js';
import { plural } from '../numbers.js';
import { quoted } from '../words.js';

/**
 * @param {Object} draft finished or discarded
 * @param {{accountName: string, usersPath: string, bringBack: function(): void}} house
 * @returns {HTMLElement} its heading takes the focus
 */
export function outcome(draft, { accountName, usersPath, bringBack }) {
  const { created, deleted } = draft.ledger;
  if (draft.state === 'discarded') {
    const file = quoted(draft.file_name);
    return page('clock', created ? plural(created, 'user stays added', 'users stay added') : `The import of ${file} was cancelled`,
      created ? `The rest of ${file} was cancelled. It can still be brought back.` : 'No users were added. Nothing is lost: it can still be brought back.',
      [button('Bring it back', bringBack, { iconName: 'undo' }), toUsers(usersPath)]);
  }
  const rest = deleted ? ` ${plural(deleted, 'row was', 'rows were')} deleted.` : '';
  return page('check', `${plural(created, 'user')} added to ${accountName}`,
    `They cannot sign in yet. Send each of them a welcome email, so that they can register.${rest}`, [toUsers(usersPath, 'btn'), toSend(usersPath)], 'ok');
}

const toUsers = (usersPath, classes = 'btn.primary') => make(`a.${classes}`, { href: usersPath }, icon('users'), make('span.lbl', { text: 'Go to Users' }));

/** There the new users are selected, and the question before Send comes up. */
const toSend = usersPath => make('a.btn.primary', { href: `${usersPath}#send` }, icon('mail'), make('span.lbl', { text: 'Send welcome emails' }));

function page(picture, title, text, ways, kind = '') {
  return make('div.done', null, make(`div.tick${kind && `.${kind}`}`, null, icon(picture)),
    make('h2', { text: title, tabIndex: -1 }), make('p', { text }), make('div.acts', null, ways));
}
