// The one text field for all cells. It lies over the cell that is edited.
import { make } from '../dom.js';
import { rowIssues, tidy } from '../rules.js';
import { COLUMNS, FIRST, ROLE, canEdit } from './columns.js';

export class Editor {
  now = null; // { input, row, column, field, before, isTyped, isRight } while someone edits

  /** @param {import('../grid.js').Grid} grid */
  constructor(grid) { this.grid = grid; }

  /** @param {string} [text] what was typed on the cell; without it the present value is edited */
  open(text) {
    const { grid } = this, { row, column } = grid.cursor, shown = grid.rowAt(row);
    if (!shown?.row || !canEdit(column) || grid.isLocked) return;
    if (column === ROLE) return grid.roles.open();
    const field = COLUMNS[column].key, before = shown.row[field], isBad = shown.cells[column].hasAttribute('aria-invalid');
    const input = make('input.ged', {
      type: 'text', value: text ?? before, 'aria-label': `${COLUMNS[column].heading}, row ${shown.row.row}`,
      autocomplete: 'off', spellcheck: false, inputMode: field === 'email' ? 'email' : 'text', dir: 'auto', maxLength: 2000,
      'aria-invalid': isBad ? 'true' : null, 'aria-describedby': isBad ? shown.cells[1].id : null,
    });
    input.setAttribute('autocapitalize', 'off');
    this.now = { input, row, column, field, before, isTyped: text !== undefined, isRight: false };
    grid.overlay.append(input);
    this.place();
    grid.repaint(index => index === row);
    if (isBad) input.addEventListener('input', () => this.#judge());
    input.addEventListener('blur', event => {
      if (this.now?.input === input && !grid.overlay.contains(event.relatedTarget)) this.commit();
    });
    input.focus({ preventScroll: true });
    if (text === undefined) input.setSelectionRange(input.value.length, input.value.length);
    grid.card.place();
  }
  /** Reward early, punish late: while someone types a problem can only go away. */
  #judge() {
    const { input, row, field, before, isRight } = this.now;
    const value = tidy(field, input.value), next = { ...this.grid.pages.get(row), [field]: value };
    const nowRight = value !== before && !rowIssues(next).some(issue => issue.field === field || (issue.code === 'name_missing' && value === ''));
    if (nowRight === isRight) return;
    this.now.isRight = nowRight;
    if (nowRight) input.removeAttribute('aria-invalid');
    else input.setAttribute('aria-invalid', 'true');
    this.grid.card.place();
  }
  place() {
    if (!this.now) return;
    const { input, row, column } = this.now, { grid } = this;
    const shown = grid.rowAt(row), cell = shown?.cells[column];
    if (!cell) { input.style.top = `${grid.headHeight + grid.view.yOf(row)}px`; return; }
    Object.assign(input.style, {
      left: `${cell.offsetLeft + shown.element.offsetLeft}px`, top: `${grid.cellTop(shown, cell)}px`,
      width: `${cell.offsetWidth}px`, height: `${cell.offsetHeight}px`,
    });
  }
  /** Takes the field away without saving. @returns what was being edited */
  stop() {
    const stopped = this.now;
    this.now = null;
    if (!stopped) return null;
    stopped.input.remove();
    this.grid.repaint(index => index === stopped.row);
    return stopped;
  }
  /** Saves, and goes on to another cell if told so. */
  commit(rows = 0, columns = 0) {
    const { grid } = this, done = this.stop();
    if (!done) return;
    if (done.input.value.trim() !== done.before) grid.change(done.row, done.field, done.input.value);
    if (rows || columns) this.#step(done.row + rows, done.column, columns);
    else if (document.activeElement === document.body) grid.cell(done.row, done.column)?.focus({ preventScroll: true });
    grid.card.place();
  }
  cancel() {
    const stopped = this.stop();
    if (stopped) this.grid.cursor.go(stopped.row, stopped.column);
  }
  /** Next or previous field; past the end of a row it goes on in the next. */
  #step(row, column, columns) {
    const { grid } = this;
    column += columns;
    if (column > ROLE) { column = FIRST; row++; } else if (columns && column < FIRST) { column = ROLE; row--; }
    if (columns && row >= grid.total) { row = grid.total - 1; column = ROLE; }
    if (columns && row < 0) { row = 0; column = FIRST; }
    grid.cursor.go(row, column);
  }
}
