// Keys → actions (design: one tab stop for the grid, the card is the next). Keys that are not ours go on to the browser.
import { ROLES } from '../rules.js';
import { COLUMNS, DELETE, EMAIL, FIRST, NUMBER, ROLE, canEdit, columnOf } from './columns.js';

/** (grid, whether Ctrl is held, rows of a page) → [row, column] */
const MOVES = {
  ArrowDown: ({ cursor, total }, far) => [far ? total - 1 : cursor.row + 1, cursor.column],
  ArrowUp: ({ cursor }, far) => [far ? 0 : cursor.row - 1, cursor.column],
  ArrowRight: ({ cursor }, far) => [cursor.row, far ? DELETE : cursor.column + 1],
  ArrowLeft: ({ cursor }, far) => [cursor.row, far ? NUMBER : cursor.column - 1],
  PageDown: ({ cursor }, far, page) => [cursor.row + page, cursor.column],
  PageUp: ({ cursor }, far, page) => [cursor.row - page, cursor.column],
  Home: ({ cursor }, far) => far ? [0, FIRST] : [cursor.row, NUMBER],
  End: ({ cursor, total }, far) => [far ? total - 1 : cursor.row, DELETE],
};

/** Among the answers of the card. */
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** @param {import('../grid.js').Grid} grid */
export function listenToKeys(grid) {
  grid.scroll.addEventListener('pointerdown', () => { grid.isTabbing = false; });
  grid.scroll.addEventListener('keydown', event => {
    if (event.key !== 'Tab' && event.key !== 'Shift') grid.isTabbing = false;
    if (event.isComposing || grid.roles.element?.contains(event.target)) return; // the list has its own keys
    const isOurs = grid.card.contains(event.target) ? onCard(grid, event)
      : anywhere(grid, event) || (grid.editor.now ? inEditor(grid, event) : grid.total > 0 && inGrid(grid, event));
    if (!isOurs) return;
    event.preventDefault();
    event.stopPropagation();
  });
}

function onCard(grid, event) {
  const step = STEPS[event.key];
  if (step) grid.card.move(step);
  else if (event.key === 'Escape') grid.leaveCard();
  else return event.key === 'F8' && anywhere(grid, event);
  return true;
}

function anywhere(grid, event) {
  if ((event.ctrlKey || event.metaKey) && event.key === '.') { grid.fix(); return true; }
  if (event.key !== 'F8') return false;
  grid.editor.commit();
  grid.emit('next', { direction: event.shiftKey ? -1 : 1 });
  return true;
}

function inEditor({ editor }, event) {
  const leaves = editor.now.isTyped && !event.ctrlKey && !event.metaKey; // typed over: arrows leave, as in a spreadsheet
  switch (event.key) {
    case 'Enter': editor.commit(event.shiftKey ? -1 : 1); return true;
    case 'Tab': editor.grid.isTabbing = true; editor.commit(0, event.shiftKey ? -1 : 1); return true;
    case 'Escape': editor.cancel(); return true;
    case 'ArrowUp': editor.commit(-1); return true;
    case 'ArrowDown': editor.commit(1); return true;
    case 'ArrowLeft': if (leaves) editor.commit(0, -1); return leaves;
    case 'ArrowRight': if (leaves) editor.commit(0, 1); return leaves;
    default: return false;
  }
}

function inGrid(grid, event) {
  const isFar = event.ctrlKey || event.metaKey, { cursor } = grid;
  if (event.target.closest('button') && (event.key === 'Enter' || event.key === ' ')) return false;
  if (event.key === 'ArrowDown' && event.altKey && cursor.column === ROLE) { grid.roles.open(); return true; }
  if (MOVES[event.key] && !event.altKey) { cursor.go(...MOVES[event.key](grid, isFar, grid.rowsOfAPage)); return true; }
  const turn = isFar && turnOf(event);
  if (turn) { grid.emit(turn); return true; }
  switch (event.key) {
    case 'Enter': case 'F2': enter(grid); return true;
    case 'Tab': return tab(grid, event.shiftKey ? -1 : 1);
    case ' ': space(grid); return true;
    case 'Delete': case 'Backspace': erase(grid, isFar); return true;
    default: return !isFar && !event.altKey && type(grid, event.key);
  }
}

/** Ctrl Z; Ctrl Shift Z or Ctrl Y. */
function turnOf({ key, shiftKey }) {
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' ? 'redo' : undefined;
}

/** Tab leaves the grid; but who came along a row with Tab from field to field goes on to its end, empty fields too. */
function tab(grid, step) {
  const { row, column } = grid.cursor;
  if (!grid.isTabbing || !canEdit(column + step)) return false;
  grid.cursor.go(row, column + step);
  return true;
}

/** Enter edits; on ROW and STATUS it goes to the row's first problem. */
function enter(grid) {
  const { cursor } = grid, shown = grid.rowAt(cursor.row);
  if (cursor.column === DELETE) return erase(grid, true);
  if (cursor.column < FIRST) {
    const problem = shown?.problems[0];
    cursor.go(cursor.row, problem ? columnOf(problem.field) : EMAIL);
  }
  grid.editor.open();
}

function space(grid) {
  const { column } = grid.cursor;
  if (column === DELETE) erase(grid, true);
  else if (canEdit(column)) grid.editor.open(column === ROLE ? undefined : '');
}

function erase(grid, wholeRow) {
  const { row: index, column } = grid.cursor, row = grid.pages.get(index);
  if (!row || grid.isLocked) return;
  if (wholeRow || column === DELETE || column === NUMBER) grid.emit('delete', { index, row });
  else if (canEdit(column)) grid.change(index, COLUMNS[column].key, '');
}

/** A letter starts editing ('Process' is an input method at work); on ROLE it picks the role. */
function type(grid, key) {
  const { row, column } = grid.cursor;
  if (!canEdit(column) || (key.length !== 1 && key !== 'Process')) return false;
  if (column !== ROLE) {
    grid.editor.open(key === 'Process' ? '' : key);
    return key !== 'Process';
  }
  const role = ROLES.find(candidate => candidate[0].toLowerCase() === key.toLowerCase());
  if (role) grid.change(row, 'role', role);
  return true;
}
