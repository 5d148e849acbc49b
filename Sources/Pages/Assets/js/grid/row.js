// One row element. It is recycled: paint() writes only what differs from what it showed before.
import { attribute, changeIcon, icon, make } from '../dom.js';
import { problemsOf, statusOf } from '../words.js';
import { COLUMNS, DELETE, EMAIL, FIRST, NUMBER, ROLE, STATUS, canEdit } from './columns.js';

const LONGEST = 300; // characters of a cell that are painted
const BAD = 1, DIM = 2;

export class RowElement {
  index = -1;
  row = undefined;
  problems = [];
  #y = NaN;

  /** @param {number} nth which of the recycled elements it is: names the STATUS cell that others point to */
  constructor(nth) {
    this.cells = COLUMNS.map((column, place) => this.#cell(column, place, nth));
    this.element = make('div.grow-r', { role: 'row' }, this.cells);
    this.element.ofRow = this;
  }

  #cell(column, place, nth) {
    const cell = make(`div.c.${column.style}`, { role: place ? 'gridcell' : 'rowheader', tabIndex: -1, 'aria-colindex': place + 1 });
    cell.column = place;
    cell.marks = 0;
    if (column.placeholder) cell.setAttribute('data-placeholder', column.placeholder);
    if (place === STATUS) this.#makeStatus(cell, nth);
    if (place === ROLE) this.#makeRole(cell);
    if (place === DELETE) cell.append(this.bin = make('button.bx', { type: 'button', tabIndex: -1 }, icon('trash')));
    return cell;
  }
  #makeStatus(cell, nth) {
    cell.id = `status-${nth}`;
    cell.append(this.mark = icon('okc'), this.words = make('span.t'));
  }
  #makeRole(cell) {
    cell.append(this.role = make('span.t'),
      make('button.chev', { type: 'button', tabIndex: -1, 'aria-label': 'Choose a role', 'aria-haspopup': 'listbox' }, icon('down')));
  }

  moveTo(y) {
    if (this.#y !== y) this.element.style.transform = `translateY(${this.#y = y}px)`;
  }

  /**
   * Shows the row at an index of the view.
   * @param {Object | undefined} row undefined while it isn't here yet
   * @param {number} focused the column that has the grid's one tab stop, or -1
   * @param {number} covered the column under the editor, or -1: the editor stands in for it
   */
  paint(index, row, focused, covered) {
    if (this.index !== index) {
      this.index = index;
      this.element.setAttribute('aria-rowindex', index + 2);
    }
    this.row = row;
    this.problems = row ? problemsOf(row) : [];
    const classes = `grow-r ${this.#kind()}`;
    if (this.element.className !== classes) this.element.className = classes;
    this.cells.forEach((cell, place) => this.#paintCell(cell, place, place === covered ? null : place === focused ? 0 : -1));
    this.#paintStatus();
    const label = row ? `Delete row ${row.row}` : 'Delete';
    if (this.bin.ariaLabel !== label) this.bin.ariaLabel = this.bin.title = label;
  }
  #kind() {
    if (!this.row) return 'loading';
    return this.problems.length ? 'is-err' : this.row.fixed ? 'is-fixed' : 'is-ready';
  }
  #paintCell(cell, place, tabIndex) {
    const row = this.row, text = row ? this.#text(place) : '';
    if (place !== STATUS && place !== DELETE && cell.shows !== text) {
      cell.shows = text;
      (place === ROLE ? this.role : cell).textContent = text;
      if (place >= FIRST && place <= EMAIL) cell.title = text.length > 24 ? text : '';
    }
    const isBad = canEdit(place) && this.problems.some(problem => problem.field === COLUMNS[place].key);
    this.#markCell(cell, (isBad ? BAD : 0) + (place === ROLE && row && !row.role ? DIM : 0));
    if (cell.tabs !== tabIndex) attribute(cell, 'tabindex', cell.tabs = tabIndex);
  }
  #text(place) {
    if (place === NUMBER) return String(this.row.row);
    if (place === STATUS || place === DELETE) return '';
    const text = this.row[COLUMNS[place].key] || (place === ROLE ? 'User' : '');
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  }
  #markCell(cell, marks) {
    const changed = cell.marks ^ marks;
    if (!changed) return;
    cell.marks = marks;
    const isBad = (marks & BAD) > 0;
    if (changed & BAD) {
      attribute(cell, 'aria-invalid', isBad ? 'true' : null);
      attribute(cell, 'aria-describedby', isBad ? this.cells[STATUS].id : null);
    }
    if (changed & DIM) cell.classList.toggle('dim', (marks & DIM) > 0);
  }
  #paintStatus() {
    const { row, problems } = this;
    const picture = !row ? 'dot' : problems.length ? 'alert' : 'okc';
    if (this.mark.dataset.icon !== picture) changeIcon(this.mark, picture);
    const words = row ? statusOf(row, problems) : '';
    if (this.words.textContent !== words) this.words.textContent = this.words.title = words;
    const isNew = words !== problems[0]?.status; // one sentence for both problems
    this.#paintMore(isNew ? 0 : problems.length - 1);
    this.#paintFix(problems.length === 1 ? problems[0].fix : undefined);
  }
  #paintMore(number) {
    if (number <= 0) return this.more?.remove();
    this.more ??= make('span.morec');
    this.more.textContent = `+${number}`;
    if (!this.more.isConnected) this.words.after(this.more);
  }
  #paintFix(value) {
    if (!value) return this.fix?.remove();
    this.fix ??= make('button.chip.fix', { type: 'button', tabIndex: -1, text: 'Fix' });
    this.fix.title = `Change to ${value}`;
    this.fix.ariaLabel = `Fix: change to ${value}`;
    if (!this.fix.isConnected) this.cells[STATUS].append(this.fix);
  }

  /** A short green glow: the problem is gone. */
  flash() {
    for (const cell of this.cells) {
      cell.classList.remove('flash');
      void cell.offsetWidth; // so that the animation starts again
      cell.classList.add('flash');
    }
  }
}
