// The card under the active cell: what is wrong, in full, and the answers on offer. It lies over the grid, outside the
// grid element, so that recycling rows cannot hurt it.
import { icon, make } from '../dom.js';
import { quoted } from '../words.js';
import { COLUMNS, STATUS, clamp } from './columns.js';

export class Card {
  /** @param {import('../grid.js').Grid} grid */
  constructor(grid) {
    this.grid = grid;
    this.element = make('div.gpop', { hidden: true, role: 'group', 'aria-label': 'Problem and fixes' });
  }
  get isShown() { return !this.element.hidden; }
  contains(node) { return this.element.contains(node); }
  hide() { if (this.isShown) this.element.hidden = true; }

  /** To the first of the answers; false if there is none. */
  enter() {
    const first = this.isShown && this.element.querySelector('button');
    if (first) first.focus({ preventScroll: true });
    return Boolean(first);
  }
  move(step) {
    const answers = [...this.element.querySelectorAll('button')], at = answers.indexOf(document.activeElement);
    answers[(at + step + answers.length) % answers.length].focus({ preventScroll: true });
  }

  /** Shows the problem of the active cell beside it, or nothing. */
  place() {
    const { grid } = this, { row, column } = grid.cursor;
    const shown = grid.rowAt(row), cell = shown?.cells[column], field = COLUMNS[column].key;
    const problem = column === STATUS ? shown?.problems[0] : shown?.problems.find(candidate => candidate.field === field);
    const isWanted = grid.editor.now ? !grid.editor.now.isRight : grid.scroll.contains(document.activeElement);
    if (!problem || grid.roles.isOpen || !isWanted) return this.hide();
    this.#fill(problem, shown.row);
    this.element.hidden = false;
    this.#moveTo(shown, cell);
  }
  #moveTo(shown, cell) {
    const { grid, element } = this, { scroll, view } = grid;
    const seen = view.native + grid.headHeight, least = scroll.scrollLeft + 6;
    const most = scroll.scrollLeft + scroll.clientWidth - element.offsetWidth - 10;
    const below = grid.cellTop(shown, cell) + cell.offsetHeight + 6;
    const above = below - element.offsetHeight - cell.offsetHeight - 12;
    const fits = below + element.offsetHeight <= seen + grid.viewHeight || above <= seen;
    element.style.left = `${clamp(cell.offsetLeft, least, Math.max(least, most))}px`;
    element.style.top = `${fits ? below : above}px`;
  }
  #fill(problem, row) {
    const signature = JSON.stringify([row.position, problem]);
    if (this.signature === signature) return;
    this.signature = signature;
    const answers = this.#answers(problem, row);
    this.element.replaceChildren(make('p', null, icon('alert'), make('span', { text: problem.card })));
    if (answers.length) this.element.append(make('div.row', null, answers, make('span.k', null, make('kbd', { text: 'Ctrl .' }))));
  }
  #answers(problem, row) {
    const { grid } = this;
    const answer = (label, onclick, classes = 'chip') => make(`button.${classes}`, { type: 'button', onclick }, label);
    const set = value => () => { grid.editor.stop(); grid.change(grid.cursor.row, problem.field, value); grid.stay(); };
    return [
      ...problem.choices.map(value => answer(['Change to ', make('b', { text: quoted(value) })], set(value), 'chip.fix')),
      ...problem.roles.map(role => answer(role, set(role))),
      problem.twin && answer(`Go to row ${problem.twin}`, () => grid.emit('goto', { number: problem.twin })),
      problem.canDelete && answer('Delete this row', () => grid.emit('delete', { index: grid.cursor.row, row })),
    ].filter(Boolean);
  }
}
