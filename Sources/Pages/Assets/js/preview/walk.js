// Going to a row: the next problem (F8), or a row by its number.
import { say, toast } from '../announce.js';
import { EMAIL, columnOf } from '../grid/columns.js';
import { nearestProblem, nearestProblemHere, rowFrom } from './seek.js';

export class Walk {
  /** @param {import('../preview.js').Preview} preview */
  constructor(preview) { this.preview = preview; }

  /** A number that no row exceeds. */
  get #last() {
    const { read, blank, added_by_hand: added } = this.preview.draft.ledger;
    return read + blank + added + 100; // lines above the headings
  }

  /** @param {1 | -1} direction */
  async toProblem(direction, from = this.#start(direction)) {
    if (this.#isSeeking) return; // the key is held down
    this.#isSeeking = true;
    try { await this.#seekProblem(direction, from); } finally { this.#isSeeking = false; }
  }
  #isSeeking = false;

  async #seekProblem(direction, from) {
    const { grid, list } = this.preview;
    let row = nearestProblemHere(grid, from, direction);
    if (row === undefined && list.filter === 'clean') row = null;
    if (row === undefined) row = await this.#attempt(() => this.#farProblem(direction, from));
    if (row === undefined) return;
    if (row) return this.#go(row.offset, columnOf(row.issues[0]?.field));
    const words = list.isAll ? 'No errors found' : 'No more problems in this view';
    toast(words);
  }
  /** In a list that nobody has entered yet, the first row may be the one. */
  #start(direction) {
    const { isEntered, cursor } = this.preview.grid;
    return isEntered ? cursor.row : direction > 0 ? -1 : 0;
  }
  async #farProblem(direction, from) {
    const { requests, grid, list, changes } = this.preview;
    if (!await changes.saving.settled()) return undefined;
    const number = grid.pages.get(from)?.row ?? (direction > 0 ? 0 : this.#last);
    const problem = await nearestProblem(requests, await this.#faultyRows(), { number, direction, last: this.#last });
    if (!problem) return null;
    const row = await rowFrom(requests, { view: list.view, count: grid.total }, problem.row, this.#last);
    return row?.position === problem.position ? row : null;
  }

  /** The faulty rows of the list on the screen, as the server keeps them; asked for again when something has changed. */
  async #faultyRows() {
    const { requests, list, draft } = this.preview, filter = list.filter === 'all' ? 'faulty' : list.filter;
    const key = `${draft.rev} ${filter} ${list.search}`;
    if (this.faulty?.key !== key) this.faulty = { key, ...await requests.makeView(filter, list.search) };
    return this.faulty;
  }

  /** To a row by its number; if the list on the screen doesn't have it, among all rows. */
  async toRow(number, column = EMAIL) {
    const { requests, grid, list } = this.preview;
    const seek = () => this.#attempt(() => rowFrom(requests, { view: list.view, count: grid.total }, number, this.#last));
    let row = await seek();
    if (row?.row !== number && !list.isAll) {
      await list.show({ filter: 'all', search: '' });
      row = await seek();
    }
    if (row?.row === number) return this.#go(row.offset, column);
    if (row !== undefined) toast(`Row ${number} is not here any more.`);
  }
  async #go(index, column) {
    const { grid } = this.preview;
    grid.cursor.go(index, column);
    await grid.ready();
    grid.cursor.go(index, column);
    const problem = grid.rowAt(index)?.problems[0];
    if (problem) say(`Row ${grid.rowAt(index).row.row}. ${problem.status}`);
  }
  /** @returns undefined when the server could not be asked */
  async #attempt(ask) {
    try { return await ask() ?? null; } catch (problem) {
      this.preview.list.failed(problem, () => {});
      return undefined;
    }
  }
}
