// Imports that were left open: they can be carried on, or discarded. The newest is in sight, the others are folded.
import { say } from '../announce.js';
import { discardDraft, reopenDraft } from '../api.js';
import { button, icon, make } from '../dom.js';
import { moment, plural } from '../numbers.js';

/** @param {string} account @param {Object[]} drafts the newest first */
export function unfinishedImports(account, drafts) {
  const [newest, ...older] = drafts.map(draft => new UnfinishedImport(account, draft).element);
  if (!older.length) return [newest].filter(Boolean);
  return [newest, make('details.more', null, make('summary', { text: `${plural(older.length, 'more unfinished import')}` }), make('div.gapped', null, older))];
}

class UnfinishedImport {
  constructor(account, draft) {
    Object.assign(this, { account, draft });
    this.element = make('div.note.acc.unfinished');
    this.#offer();
  }
  #offer() {
    const { account, draft, draft: { file_name: name, number, state } } = this;
    this.resume = make('a.btn.sm', { href: `/accounts/${account}/drafts/${number}`, 'aria-label': `Resume ${name}`, text: state === 'committing' ? 'Look' : 'Resume' });
    this.#show('clock', name, `Unfinished import · ${remainder(draft)} · uploaded ${moment(draft.created_at)}`, this.resume,
      state !== 'committing' && button('Discard', () => this.#discard(), { classes: 'btn.sm.quiet', 'aria-label': `Discard ${name}` }));
  }
  #show(picture, title, text, ...ways) {
    this.element.replaceChildren(icon(picture),
      make('div.b', null, make('strong', { text: title }), make('p.small', { text })), make('div.acts', null, ways));
  }
  async #discard() {
    const { file_name: name } = this.draft;
    try { await discardDraft(this.account, this.draft.number); } catch (problem) { return this.#fail(problem, 'discarded', () => this.#discard()); }
    const undo = button('Undo', () => this.#bringBack(), { classes: 'btn.sm', 'aria-label': `Undo: bring ${name} back` });
    this.#show('okc', name, 'This import was discarded.', undo);
    undo.focus();
    say(`${name} was discarded.`);
  }
  async #bringBack() {
    try { this.draft = await reopenDraft(this.account, this.draft.number); } catch (problem) { return this.#fail(problem, 'brought back', () => this.#bringBack()); }
    this.#offer();
    this.resume.focus();
    say(`${this.draft.file_name} is back.`);
  }
  #fail(problem, deed, again) {
    const words = problem.inWords ?? `The server cannot be reached. The import was not ${deed}.`, retry = button('Try again', again, { classes: 'btn.sm' });
    this.#show('alert', this.draft.file_name, words, this.resume, retry);
    retry.focus();
    say(words);
  }
}

function remainder({ state, counts, ledger }) {
  if (state === 'matching') return 'columns not matched yet';
  if (state === 'committing') return `adding ${plural(counts.clean, 'more user')}`;
  return `${plural(counts.here, 'user')} ${counts.here === 1 ? 'remains' : 'remain'}${ledger.created ? ` of ${ledger.created + counts.here}` : ''}`;
}
