// The list on the screen: all rows, those with errors, those that are ready, one kind of error, or what a search found.
// The server keeps it as it was when it was asked for, so that nothing moves under the cursor.
import { say, toast } from '../announce.js';
import { plural } from '../numbers.js';
import { PAGE } from '../grid/pages.js';

export class List {
  view = 0;
  filter = 'all';
  search = '';
  #asked = 0;

  /** @param {import('../preview.js').Preview} preview */
  constructor(preview) { this.preview = preview; }

  get isAll() { return this.view === 0; }

  /** @param {{filter?: string, search?: string}} wanted what is left out stays as it is */
  async show(wanted) {
    const { preview } = this, { filter, search } = { filter: this.filter, search: this.search, ...wanted };
    const asked = ++this.#asked;
    preview.grid.editor.commit();
    if (!await preview.changes.saving.settled()) return preview.paint(); // the trouble is on the screen
    try {
      const { view } = filter === 'all' && !search ? { view: 0 } : await preview.requests.makeView(filter, search);
      const window = await preview.requests.rows(view, 0, PAGE);
      if (asked !== this.#asked) return; // another one was wanted meanwhile
      this.#put(window, { view, filter, search });
    } catch (problem) { return this.failed(problem, () => this.show(wanted)); }
    say(`Showing ${plural(preview.grid.total, 'row')}`);
  }
  /** All rows anew, as after an Upload. */
  async showAll() {
    this.#asked++;
    try {
      this.#put(await this.preview.requests.rows(0, 0, PAGE), { view: 0, filter: 'all', search: '' });
    } catch (problem) { this.failed(problem, () => this.showAll()); }
  }
  /** A list and its first rows come to the screen together. */
  #put(window, list) {
    Object.assign(this, list);
    if (window.draft.rev >= this.preview.draft.rev) this.preview.draft = window.draft;
    this.preview.grid.reset(window.count, { rows: this.taken(window.rows) });
    this.preview.paint();
  }

  /** Rows for the grid. */
  async load(offset, limit, signal) {
    const { preview, view } = this;
    const window = await preview.requests.rows(view, offset, limit, signal);
    if (view !== this.view) throw new DOMException('Another list is shown', 'AbortError');
    const rows = this.taken(window.rows);
    if (window.count !== preview.grid.total) preview.grid.reset(window.count, { offset, rows, keepsPlace: true }); // somebody else works here too
    else if (rows.length < Math.min(limit, window.count - offset)) throw new Error('Rows are missing.');
    preview.takeDraft(window.draft);
    return rows;
  }
  /** Rows as they came, with the revision at which they were read, and with what is still on its way to the server. */
  taken(rows) {
    const { changes, draft } = this.preview;
    return rows.map(row => changes.saving.overlay({ ...row, revision: draft.rev }));
  }
  failed(problem, again = () => this.reload()) {
    if (problem.isSignedOut) return this.preview.trouble.show(problem);
    toast(problem.inWords ?? 'The server cannot be reached. Some rows are not here yet.', { label: 'Try again', run: again, stays: true });
  }
  /** The rows around the cursor anew. */
  reload() { this.preview.grid.reset(this.preview.grid.total, { keepsPlace: true }); }
}
