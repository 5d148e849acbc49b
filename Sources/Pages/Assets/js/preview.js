// The Preview: the parts of its screen put together. What each of them does stands in preview/ and grid.js.
import { find } from './dom.js';
import { say } from './announce.js';
import { DraftRequests } from './api.js';
import { plural } from './numbers.js';
import { Grid } from './grid.js';
import { Changes } from './preview/changes.js';
import { Ending } from './preview/ending.js';
import { Footer } from './preview/footer.js';
import { List } from './preview/list.js';
import { Screen } from './preview/screen.js';
import { Summary } from './preview/summary.js';
import { Tools } from './preview/tools.js';
import { Trouble } from './preview/trouble.js';
import { Walk } from './preview/walk.js';
import { emptyView } from './preview/empty.js';
import './shell.js';

class Preview {
  constructor(root, opening) {
    const requests = this.requests = new DraftRequests(root.dataset.account, Number(root.dataset.draft));
    this.draft = opening.draft;
    this.screen = new Screen(root, () => this.ending.close());
    this.list = new List(this);
    this.grid = new Grid(this.screen.gridHost, (offset, limit, signal) => this.list.load(offset, limit, signal));
    this.changes = new Changes(this);
    this.walk = new Walk(this);
    this.ending = new Ending(this);
    this.summary = new Summary(filter => this.list.show({ filter }), this.screen.usersPath);
    this.tools = new Tools({
      show: wanted => this.list.show(wanted), next: () => this.walk.toProblem(1), undo: () => this.changes.undo(),
      redo: () => this.changes.redo(),      addRow: () => this.changes.addRow(), enter: () => this.grid.cursor.go(0, 5),
    });
    this.trouble = new Trouble(() => this.changes.saving.again(), () => this.grid.stay());
    this.footer = new Footer({ cancel: () => this.ending.cancel(), upload: () => this.ending.upload() });
    this.screen.matchAgain = () => this.ending.matchAgain();
    this.screen.build(this);
    this.#listen();
    this.open(opening, requests);
  }
  #listen() {
    const on = (type, act) => this.grid.addEventListener(type, event => act(event.detail));
    on('edit', ({ row, field, value }) => this.changes.edit(row, field, value));
    on('delete', ({ row }) => this.changes.remove(row));
    on('undo', () => this.changes.undo());
    on('redo', () => this.changes.redo());
    on('next', ({ direction }) => this.walk.toProblem(direction));
    on('goto', ({ number }) => this.walk.toRow(number));
    on('loaderror', ({ error }) => this.list.failed(error));
    document.addEventListener('keydown', event => { // F8 outside the grid; inside it is the grid's
      if (event.key !== 'F8' || event.defaultPrevented || find('dialog[open]')) return;
      event.preventDefault();
      this.walk.toProblem(event.shiftKey ? -1 : 1);
    });
  }
  /** Shows the first window, or what became of the import. */
  async open({ draft, rows }) {
    if (draft.state === 'finished' || draft.state === 'discarded') return this.ending.conclude();
    this.grid.reset(draft.counts.here, { rows: this.list.taken(rows) });
    this.paint();
    if (draft.state === 'committing') return this.ending.follow(draft);
    await this.grid.ready();
    requestAnimationFrame(() => requestAnimationFrame(() => {
      performance.measure('preview-first-paint', { start: 0, end: performance.now() });
      this.screen.root.dataset.ready = 'true';
    }));
    (this.summary.heading ?? this.screen.title).focus({ preventScroll: true });
    say(`Preview. ${this.status}`);
  }
  /** Takes a newer state of the draft, from whatever reply it came with. */
  takeDraft(draft) {
    if (draft.rev < this.draft.rev) return;
    this.draft = draft;
    this.paint();
  }
  paint() {
    const { draft, list } = this;
    this.screen.paint(draft);
    this.summary.paint(draft, list.filter);
    this.tools.paint(draft, list);
    this.footer.paint(draft);
    this.screen.empty.hidden = this.grid.total > 0;
    if (this.grid.total === 0) {
      this.screen.empty.replaceChildren(emptyView(draft, list, {
        showAll: () => list.show({ filter: 'all', search: '' }), addRow: () => this.changes.addRow(), finish: () => this.ending.finish(),
      }));
    }
  }
  get status() {
    const { faulty, here } = this.draft.counts;
    return faulty ? `${plural(faulty, 'user')} of ${here} ${faulty === 1 ? 'has' : 'have'} errors.` : 'No errors found.';
  }
}

const root = find('#preview'), data = find('#opening');
if (root && data) root.preview = new Preview(root, JSON.parse(data.textContent));
