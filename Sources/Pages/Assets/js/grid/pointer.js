// Mouse and touch → actions: a click edits the cell, or does what its button says.
import { DELETE, FIRST, STATUS, columnOf } from './columns.js';

/** @param {import('../grid.js').Grid} grid */
export function listenToPointer(grid) {
  // A press on another cell takes the focus from the editor, which saves; the row under the finger must stay where it is.
  grid.scroll.addEventListener('click', event => {
    const cell = event.target.closest?.('.c');
    if (!cell || grid.isLocked) return;
    const { index, row, problems } = cell.parentNode.ofRow, { column } = cell;
    if (!row) return;
    grid.editor.commit();
    grid.cursor.go(index, column);
    if (event.target.closest('.chip.fix')) grid.change(index, problems[0].field, problems[0].fix);
    else if (column === DELETE) grid.emit('delete', { index, row });
    else if (column === STATUS && problems[0]) { grid.cursor.go(index, columnOf(problems[0].field)); grid.editor.open(); }
    else if (column >= FIRST) grid.editor.open();
  });
}
