// The top of the Preview: how many users have errors, of which kinds (each a filter), or that there are none.
import { icon, make } from '../dom.js';
import { count, plural } from '../numbers.js';
import { KINDS } from '../rules.js';
import { KIND_NAMES, quoted } from '../words.js';

export class Summary {
  /**
   * @param {function(string): void} choose called with a filter: a kind of issue, or `all` when it was pressed again
   * @param {string} usersPath where those who were added are found
   */
  constructor(choose, usersPath) {
    Object.assign(this, { choose, usersPath });
    this.element = make('div.sumbar');
  }
  get heading() { return this.element.querySelector('[data-summary]'); }

  paint(draft, filter) {
    const { counts, ledger } = draft, hadFocus = this.element.contains(document.activeElement) && document.activeElement;
    this.element.replaceChildren(...[
      draft.sheet_place && source(draft),
      draft.other_columns.count > 0 && leftOut(draft.other_columns),
      ledger.created > 0 && draft.state === 'open' && partial(ledger.created, counts.here, this.usersPath),
      counts.faulty > 0 && this.#errors(counts, filter),
      counts.faulty === 0 && counts.here > 0 && fine(counts),
    ].filter(Boolean));
    if (hadFocus) (this.element.querySelector(`[data-kind="${hadFocus.dataset.kind}"]`) ?? this.heading)?.focus();
  }
  #errors({ faulty, kinds }, filter) {
    const present = KINDS.filter(kind => kinds[kind] > 0 || filter === kind);
    return make('div.sum.err', { role: 'group', 'aria-label': 'Errors' }, icon('alert', 'l'),
      heading(`${plural(faulty, 'user')} ${faulty === 1 ? 'has' : 'have'} errors`),
      present.map(kind => this.#chip(kind, kinds[kind], filter === kind)));
  }
  #chip(kind, number, isPressed) {
    const chip = make('button.chip', {
      type: 'button', 'aria-pressed': String(isPressed), onclick: () => this.choose(isPressed ? 'all' : kind),
    }, KIND_NAMES[kind], ' ', make('span.n', { text: count(number) }));
    chip.dataset.kind = kind;
    return chip;
  }
}

const heading = text => {
  const element = make('h2', { text, tabIndex: -1 });
  element.dataset.summary = '';
  return element;
};

/** Several sheets of the workbook would do: which one it was. */
const source = ({ sheet, sheet_place: { number, count: all } }) => make('p.small.muted', {
  text: `Read from sheet “${quoted(sheet)}” (${number} of ${all}). The other sheets were not read.`,
});

/** Columns whose headings mean none of the five fields. */
function leftOut({ count: all, headings }) {
  const rest = all - headings.length, names = headings.map(heading => make('bdi', { text: `“${heading}”` }));
  return make('p.small.muted', null, `${all === 1 ? 'Column' : 'Columns'} not imported: `,
    names.flatMap((name, place) => (place ? [', ', name] : [name])), rest > 0 && ` and ${count(rest)} more`, '.');
}

const ONE_LEFT = 'It was not added. Correct or delete it, then upload again.';
const SOME_LEFT = 'These were not added. Correct or delete them, then upload again.';

function partial(created, here, usersPath) {
  const rest = here === 0 ? 'none remain' : `${count(here)} ${here === 1 ? 'remains' : 'remain'}`;
  return make('div.sum.ok', { role: 'group', 'aria-label': 'Result' }, icon('okc', 'l'), make('h2', { text: `${count(created)} added, ${rest}` }),
    here > 0 && make('span.small', { text: here === 1 ? ONE_LEFT : SOME_LEFT }),
    make('a.small', { href: `${usersPath}#send`, text: `Send welcome emails to ${created === 1 ? 'the user who was added' : `the ${count(created)} who were added`}` }));
}

function fine({ here, tidied }) {
  const tidy = tidied ? ` ${plural(tidied, 'row')} tidied (extra spaces, capitals).` : '';
  return make('div.sum.ok', { role: 'group', 'aria-label': 'Errors' }, icon('okc', 'l'), heading('No errors found'),
    make('span.small', { text: `${plural(here, 'user')} ready to upload.${tidy}` }));
}
