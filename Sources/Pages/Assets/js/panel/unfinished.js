// Imports that were left open: they can be carried on.
import { icon, make } from '../dom.js';
import { moment, plural } from '../numbers.js';

const SHOWN = 2;

/** @param {string} account @param {Object[]} drafts the newest first */
export function unfinishedImports(account, drafts) {
  const notes = drafts.map(draft => note(account, draft)), older = notes.slice(SHOWN);
  if (older.length < 2) return notes;
  const folded = make('details.more', null, make('summary', { text: `${older.length} older imports` }), make('div.gapped', null, older));
  return [...notes.slice(0, SHOWN), folded];
}

function note(account, draft) {
  return make('div.note.acc', null, icon('clock'),
    make('div.b', null, make('strong', { text: 'Unfinished import' }),
      make('p.small', { text: `${draft.file_name}, ${state(draft)}, ${age(draft)}.` })),
    make('a.btn.sm', { href: `/accounts/${account}/drafts/${draft.number}`, 'aria-label': `Resume ${draft.file_name}`, text: 'Resume' }));
}

function state({ state, counts, ledger }) {
  if (state === 'committing') return `adding ${plural(counts.clean, 'more user')}`;
  return `${plural(counts.here, 'user')} ${counts.here === 1 ? 'remains' : 'remain'}${ledger.created ? ` of ${ledger.created + counts.here}` : ''}`;
}

const age = draft => `uploaded ${moment(draft.created_at)}`;
