// The active cell: the grid's one tab stop. An index, not an element: it outlives recycling.
import { DELETE, EMAIL, clamp } from './columns.js';

export class Cursor {
  row = 0;
  column = EMAIL;

  /** @param {import('../grid.js').Grid} grid */
  constructor(grid) { this.grid = grid; }

  /** Focus landed on a cell by itself (a click, a screen reader). */
  take(row, column) {
    const before = this.row;
    Object.assign(this, { row, column });
    this.grid.repaint(index => index === before || index === row);
  }
  reset(total, toTop) { this.row = toTop ? 0 : clamp(this.row, 0, Math.max(0, total - 1)); }

  /** Moves to a cell, brings it into view and gives it the focus. */
  go(row, column) {
    const { grid } = this;
    if (!grid.total) return;
    this.take(clamp(row, 0, grid.total - 1), clamp(column, 0, DELETE));
    if (grid.view.show(this.row)) grid.render();
    const cell = grid.cell(this.row, this.column);
    if (!cell) return;
    cell.focus({ preventScroll: true });
    this.#showColumn(cell);
  }
  #showColumn(cell) {
    const { scroll, isWide } = this.grid;
    if (!isWide) return;
    const end = cell.offsetLeft + cell.offsetWidth;
    if (cell.offsetLeft < scroll.scrollLeft) scroll.scrollLeft = cell.offsetLeft - 8;
    else if (end > scroll.scrollLeft + scroll.clientWidth) scroll.scrollLeft = end - scroll.clientWidth + 8;
  }
}
