// Windowed, editable ARIA grid. Knows nothing about drafts: rows come by offset and limit, edits leave as events.
// Only the rows in view (and a few more) exist in the document; they are recycled in place and stay in document order.
//
//   edit {row, field, value} · delete {index, row} · undo · redo · next {direction} · goto {number} · loaderror {error}
import { make } from './dom.js';
import { edited } from './rules.js';
import { Card } from './grid/card.js';
import { COLUMNS, clamp, columnOf } from './grid/columns.js';
import { Cursor } from './grid/cursor.js';
import { Editor } from './grid/editor.js';
import { listenToKeys } from './grid/keyboard.js';
import { Pages } from './grid/pages.js';
import { listenToPointer } from './grid/pointer.js';
import { RoleList } from './grid/roles.js';
import { RowElement } from './grid/row.js';
import { Viewport } from './grid/viewport.js';

const BEYOND = 6; // rows kept beyond each edge: the scroll of one frame must not show a gap

export class Grid extends EventTarget {
  total = 0;
  start = 0; // index of the first row in the document
  shown = []; // the rows in the document
  isLocked = false; // nothing can be edited
  isEntered = false; // somebody has been in this list: the cursor means something
  #hasFocus = false;

  /**
   * @param {HTMLElement} scroll the element that scrolls
   * @param {function(number, number, AbortSignal): Promise<Array>} load rows by offset and limit
   */
  constructor(scroll, load) {
    super();
    this.scroll = scroll;
    this.body = make('div.gbody', { role: 'rowgroup' });
    this.canvas = make('div.gcanvas', {
      role: 'grid', tabIndex: -1, 'aria-label': 'Users to import', 'aria-colcount': COLUMNS.length, 'aria-describedby': 'grid-help',
    }, heading(), this.body);
    this.view = new Viewport(scroll, this.body, () => this.render());
    this.pages = new Pages(load, (first, last) => this.#arrived(first, last), error => this.emit('loaderror', { error }));
    this.cursor = new Cursor(this);
    this.editor = new Editor(this);
    this.roles = new RoleList(this);
    this.card = new Card(this);
    this.overlay = make('div.goverlay', null, this.card.element);
    scroll.append(this.canvas, this.overlay); // Tab goes from the active cell to its card
    scroll.addEventListener('focusin', event => this.#focused(event));
    scroll.addEventListener('focusout', () => setTimeout(() => this.#blurred()));
    listenToKeys(this);
    listenToPointer(this);
    new ResizeObserver(() => this.#measure()).observe(scroll);
  }
  emit(type, detail) { this.dispatchEvent(new CustomEvent(type, { detail })); }
  get rowsOfAPage() { return Math.max(1, Math.floor(this.viewHeight / this.rowHeight) - 1); }
  /** Back to the active cell. */
  stay() { this.cursor.go(this.cursor.row, this.cursor.column); }
  rowAt(index) {
    const row = this.shown[index - this.start];
    return row?.index === index ? row : null;
  }
  cell(index, column) { return this.rowAt(index)?.cells[column]; }
  /** Top of a cell in the overlay (a phone's card is 8 px lower than its row). */
  cellTop(shown, cell) {
    const inset = shown.element.offsetHeight < this.rowHeight ? 8 : 0;
    return this.headHeight + this.view.yOf(shown.index) + inset + cell.offsetTop;
  }

  // The window of rows

  /** Another list (filter, opening, deletion…), with the rows of it that are already here, from `offset` on. */
  reset(total, { offset = 0, rows = [], keepsPlace = false } = {}) {
    this.editor.commit(); // at its old place
    this.roles.close();
    if (!keepsPlace) this.isEntered = this.scroll.contains(document.activeElement);
    this.total = total;
    this.pages.clear(total);
    this.pages.seed(offset, rows);
    this.cursor.reset(total, !keepsPlace);
    if (!this.rowHeight) return this.#measure();
    this.#resize();
    if (!keepsPlace) this.view.scrollTo(0);
    this.render(true);
    this.place();
  }
  /** Rows of this list that changed, by their `offset`. */
  merge(rows) {
    for (const row of rows) {
      const before = this.pages.get(row.offset), shown = this.rowAt(row.offset);
      this.pages.put(row.offset, row);
      if (!shown) continue;
      this.#paint(shown, row.offset);
      if (before?.issues.length && !row.issues.length) shown.flash();
    }
    this.place();
  }
  /** Resolves when every row in view is painted. */
  ready() { return this.pages.ready(); }

  #measure() {
    const { scroll } = this, place = this.rowHeight ? this.view.top / this.rowHeight : 0;
    const rowHeight = parseFloat(getComputedStyle(scroll).getPropertyValue('--row-h')) || 44;
    const isOther = rowHeight !== this.rowHeight;
    this.headHeight = this.canvas.firstChild.offsetHeight;
    if (this.headHeight < 4) this.headHeight = 0; // phones have no heading row
    this.viewHeight = scroll.clientHeight - this.headHeight;
    this.isWide = this.canvas.offsetWidth > scroll.clientWidth;
    this.rowHeight = rowHeight;
    this.#resize();
    if (isOther) this.view.scrollTo(place * rowHeight);
    this.render(true);
    this.place();
  }
  #resize() {
    this.view.resize(this.total, this.rowHeight, this.viewHeight);
    this.canvas.setAttribute('aria-rowcount', this.total + 1);
  }
  render(isForced) {
    if (!this.rowHeight) return;
    const seen = Math.ceil(this.viewHeight / this.rowHeight), number = Math.min(this.total, seen + 2 * BEYOND);
    const first = clamp(this.view.firstRow - BEYOND, 0, Math.max(0, this.total - number)), moved = first - this.start;
    while (this.shown.length > number) this.#remove(this.shown.pop());
    if (isForced || this.shown.length < number || Math.abs(moved) >= number) this.#paintAll(first, number);
    else if (moved > 0) this.#rollDown(moved);
    else if (moved < 0) this.#rollUp(-moved);
    if (this.shift !== this.view.shift) {
      this.shift = this.view.shift;
      for (const row of this.shown) row.moveTo(this.view.yOf(row.index));
      this.place();
    }
    if (this.#hasFocus && document.activeElement === this.canvas) this.cell(this.cursor.row, this.cursor.column)?.focus({ preventScroll: true });
    this.pages.look(this.start, this.start + number - 1, seen);
  }
  #paintAll(first, number) {
    while (this.shown.length < number) {
      const row = new RowElement(this.shown.length);
      this.shown.push(row);
      this.body.append(row.element);
    }
    this.start = first;
    this.shown.forEach((row, nth) => {
      if (row.index !== first + nth) this.#release(row);
      this.#paint(row, first + nth);
    });
  }
  #rollDown(rows) {
    for (; rows > 0; rows--) {
      const row = this.shown.shift();
      this.#release(row);
      this.body.append(row.element);
      this.shown.push(row);
      this.start++;
      this.#paint(row, this.start + this.shown.length - 1);
    }
  }
  #rollUp(rows) {
    for (; rows > 0; rows--) {
      const row = this.shown.pop();
      this.#release(row);
      this.body.prepend(row.element);
      this.shown.unshift(row);
      this.#paint(row, --this.start);
    }
  }
  #remove(row) {
    this.#release(row);
    row.element.remove();
  }
  /** A recycled row must not drop the keyboard's focus: it is parked on the grid, keys keep working. */
  #release(row) {
    if (this.#hasFocus && row.element.contains(document.activeElement)) this.canvas.focus({ preventScroll: true });
  }
  #paint(row, index) {
    const { now } = this.editor, { cursor } = this;
    row.moveTo(this.view.yOf(index));
    row.paint(index, this.pages.get(index), index === cursor.row ? cursor.column : -1, now?.row === index ? now.column : -1);
  }
  repaint(isWanted) { for (const row of this.shown) if (isWanted(row.index)) this.#paint(row, row.index); }
  #arrived(first, last) {
    this.repaint(index => index >= first && index <= last);
    this.place();
  }
  /** Puts what lies over the grid where it belongs. */
  place() {
    this.editor.place();
    this.roles.place();
    this.card.place();
  }
  #focused({ target }) {
    const cell = target.closest?.('.c');
    if (!cell) return;
    this.#hasFocus = this.isEntered = true;
    const { index } = cell.parentNode.ofRow;
    if (index !== this.cursor.row || cell.column !== this.cursor.column) this.cursor.take(index, cell.column);
    this.place();
  }
  #blurred() {
    if (this.scroll.contains(document.activeElement)) return;
    this.editor.commit();
    this.card.hide();
    if (document.activeElement !== document.body) this.#hasFocus = false;
  }

  // Changes

  /** Paints a new value with the local rules at once; the server's reply is painted over it. */
  change(index, field, value) {
    const row = this.pages.get(index);
    if (!row || this.isLocked) return;
    const next = edited(row, field, value);
    if (row[field] === next[field]) return;
    this.merge([{ ...next, offset: index }]);
    this.emit('edit', { row, field, value });
  }
  /** Uses the only right correction of the active cell, or of its row; where there are several answers, goes to them. */
  fix() {
    const shown = this.rowAt(this.cursor.row), { key } = COLUMNS[this.cursor.column];
    const [problem] = (shown?.problems ?? []).toSorted((one, other) => rank(one, key) - rank(other, key));
    if (!problem) return;
    if (!problem.fix) return this.#choose(problem);
    this.editor.stop();
    this.change(shown.index, problem.field, problem.fix);
    this.stay();
  }
  #choose(problem) {
    if (COLUMNS[this.cursor.column].key !== problem.field) {
      this.editor.commit();
      this.cursor.go(this.cursor.row, columnOf(problem.field));
    }
    this.card.place();
    this.card.enter();
  }
  /** From the card back to where one was. */
  leaveCard() {
    if (this.editor.now) this.editor.now.input.focus({ preventScroll: true });
    else this.stay();
  }
}

/** The problem of this field comes first, then those with one right correction. */
const rank = (problem, field) => (problem.field === field ? 0 : 2) + (problem.fix ? 0 : 1);

function heading() {
  const cells = COLUMNS.map((column, place) => make('div', { role: 'columnheader', 'aria-colindex': place + 1 },
    column.heading || make('span.vh', { text: column.label })));
  return make('div.gheadg', { role: 'rowgroup' }, make('div.ghead', { role: 'row', 'aria-rowindex': 1 }, cells));
}
