// What stands over an empty grid.
import { button, icon, make } from '../dom.js';
import { plural } from '../numbers.js';
import { quoted } from '../words.js';

/**
 * @param {Object} draft
 * @param {{filter: string, search: string}} list
 * @param {{showAll: function(): void, addRow: function(): void, finish: function(): void}} house
 */
export function emptyView(draft, { filter, search }, house) {
  const { here, faulty } = draft.counts, { created } = draft.ledger;
  const isDone = !search && here > 0 && faulty === 0 && filter !== 'all' && filter !== 'clean';
  const [picture, title, text] = search ? ['search', `Nothing matches “${quoted(search)}”`, 'Try part of a name or an email.']
    : isDone ? ['okc', 'No errors found', 'Every user is ready to upload.']
      : here ? ['users', 'No users here', 'They may have been corrected or deleted meanwhile.']
        : created ? ['okc', 'Nothing is left here', 'Everybody else was added. Finish the import, or add a row.']
          : ['users', 'All rows are gone', 'Add a row, or cancel the import.'];
  return make('div.empty', null, make(`div.art${isDone ? '.ok' : ''}`, null, icon(picture)), make('p.title', { text: title }), make('p', { text }),
    here ? button(`Show all ${plural(here, 'user')}`, house.showAll)
      : make('div.acts', null, button('Add Row', house.addRow, { iconName: 'plus' }),
        created > 0 && button('Finish', house.finish, { classes: 'btn.primary' })));
}
