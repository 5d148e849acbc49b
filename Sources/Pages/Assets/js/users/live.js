// Keeps the marks of the shown users true while something is on its way, and only while somebody looks.
import { find, findAll } from '../dom.js';
import { mark } from './status.js';

const PAUSES = [500, 1_000, 2_000, 4_000, 8_000]; // ms

export class LiveMarks {
  #timer = null;
  #turn = 0;

  /** @param {function(number[]): Promise<{id: number, welcome: Object}[]>} ask */
  constructor(ask) {
    this.ask = ask;
    this.cells = new Map(findAll('tr[data-user]').map(row => [Number(row.dataset.user), { row, cell: find('.pl', row) }]));
    document.addEventListener('visibilitychange', () => this.watch());
    this.watch();
  }
  #waiting() { return [...this.cells].filter(([, { row }]) => row.dataset.welcome === 'waiting').map(([id]) => id); }

  /** Looks again soon, if something is on its way. */
  watch() {
    clearTimeout(this.#timer);
    if (document.hidden || !this.#waiting().length) { this.#turn = 0; return; }
    this.#timer = setTimeout(() => this.#look(), PAUSES[Math.min(this.#turn++, PAUSES.length - 1)]);
  }
  async #look() {
    try {
      for (const { id, welcome } of await this.ask(this.#waiting())) this.show(id, welcome);
    } catch { /* the next look may find the server again */ }
    this.watch();
  }
  /** Something was sent, to whom the page can't tell. */
  async lookAtAll() {
    try {
      for (const { id, welcome } of await this.ask([...this.cells.keys()].slice(0, 200))) this.show(id, welcome);
    } catch { /* the marks are as old as the page */ }
    this.watch();
  }
  show(id, welcome) {
    const found = this.cells.get(id);
    if (!found || found.row.dataset.welcome === welcome.state && !welcome.words) return;
    if (found.row.dataset.welcome !== welcome.state) this.#turn = 0;
    found.row.dataset.welcome = welcome.state;
    found.cell.replaceChildren(...mark(welcome));
  }
  /** What was just sent is on its way. */
  sent(ids) {
    for (const id of ids) if (this.cells.get(id)?.row.dataset.welcome !== 'registered') this.show(id, { state: 'waiting' });
    this.#turn = 0;
    this.watch();
  }
}
