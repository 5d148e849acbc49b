// The two roles under a ROLE cell: a listbox.
import { icon, make } from '../dom.js';
import { ROLES } from '../rules.js';
import { ROLE, clamp } from './columns.js';

const MEANINGS = { 'User': 'Signs in and uses the applications', 'Account Admin': 'Also adds, edits and deletes users' };

export class RoleList {
  element = null;

  /** @param {import('../grid.js').Grid} grid */
  constructor(grid) { this.grid = grid; }
  get isOpen() { return this.element !== null; }

  open() {
    const { grid } = this, shown = grid.rowAt(grid.cursor.row);
    if (!shown?.row || grid.isLocked) return;
    this.close();
    const chosen = shown.row.role || ROLES[0];
    this.options = ROLES.map(role => this.#option(role, role === chosen));
    const list = this.element = make('div.glist', { role: 'listbox', 'aria-label': `Role, row ${shown.row.row}` }, this.options);
    grid.overlay.append(list);
    grid.card.hide();
    this.place();
    list.addEventListener('keydown', event => this.#press(event));
    list.addEventListener('focusout', () => setTimeout(() => {
      if (this.element === list && !list.contains(document.activeElement)) this.close();
    }));
    (this.options[ROLES.indexOf(chosen)] ?? this.options[0]).focus({ preventScroll: true });
  }
  #option(role, isChosen) {
    const option = make('div', { role: 'option', tabIndex: -1, 'aria-selected': String(isChosen), onclick: () => this.#pick(role) },
      isChosen ? icon('check') : make('i'), make('b', { text: role }), make('small', { text: MEANINGS[role] }));
    option.dataset.role = role;
    return option;
  }
  place() {
    const { grid, element } = this, shown = grid.rowAt(grid.cursor.row), cell = shown?.cells[ROLE];
    if (!element || !cell) return;
    const top = grid.cellTop(shown, cell), below = top + cell.offsetHeight + 4;
    const fits = below + element.offsetHeight <= grid.view.native + grid.headHeight + grid.viewHeight;
    const most = grid.scroll.scrollLeft + grid.scroll.clientWidth - element.offsetWidth - 8;
    element.style.top = `${fits ? below : top - element.offsetHeight - 4}px`;
    element.style.left = `${clamp(cell.offsetLeft + shown.element.offsetLeft, 4, Math.max(4, most))}px`;
  }
  #pick(role) {
    const { grid } = this, { row } = grid.cursor;
    this.close();
    grid.cursor.go(row, ROLE);
    grid.change(row, 'role', role);
  }
  #press(event) {
    const { options } = this, at = options.indexOf(document.activeElement);
    const letter = options.find(option => option.dataset.role[0].toLowerCase() === event.key.toLowerCase());
    if (event.key === 'ArrowDown') options[(at + 1) % options.length].focus();
    else if (event.key === 'ArrowUp') options[(at + options.length - 1) % options.length].focus();
    else if (event.key === 'Home') options[0].focus();
    else if (event.key === 'End') options.at(-1).focus();
    else if (event.key === 'Enter' || event.key === ' ') this.#pick(options[at].dataset.role);
    else if (event.key === 'Escape' || event.key === 'Tab') { this.close(); this.grid.stay(); }
    else if (letter) letter.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  close() {
    this.element?.remove();
    this.element = null;
  }
}
