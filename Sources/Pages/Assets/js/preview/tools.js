// All / Errors / Ready, Find, Next problem, Undo, Redo and Add Row.
import { button, icon, make } from '../dom.js';
import { count, countShort } from '../numbers.js';

const PAUSE = 160; // ms after the last key, before the search runs

export class Tools {
  /** @param {{show: function(Object): void, next: function(): void, undo: function(): void, redo: function(): void, addRow: function(): void, enter: function(): void}} house */
  constructor(house) {
    this.house = house;
    this.filters = make('div.seg', { role: 'group', 'aria-label': 'Show' },
      [['all', 'All'], ['faulty', 'Errors'], ['clean', 'Ready']].map(([filter, label]) => this.#filter(filter, label)));
    this.field = make('input.input', {
      type: 'search', placeholder: 'Find', 'aria-label': 'Find in these users', autocomplete: 'off', spellcheck: false,
    });
    this.next = button('Next problem', () => house.next(), { iconName: 'next', title: 'Next problem (F8)', 'aria-keyshortcuts': 'F8' });
    this.undo = button('Undo', () => house.undo(), { iconName: 'undo', title: 'Take back the last change (Ctrl Z)', 'aria-keyshortcuts': 'Control+Z' });
    this.redo = button('Redo', () => house.redo(), { iconName: 'redo', title: 'Do it again (Ctrl Shift Z)', 'aria-keyshortcuts': 'Control+Shift+Z Control+Y' });
    this.add = button('Add Row', () => house.addRow(), { iconName: 'plus' });
    this.element = make('div.tools', null, this.filters, make('label.search', null, icon('search'), this.field),
      make('span.sp'), this.next, this.undo, this.redo, this.add);
    this.field.addEventListener('input', () => this.#searchSoon());
    this.field.addEventListener('keydown', event => this.#press(event));
  }
  #filter(filter, label) {
    const element = make('button', { type: 'button', onclick: () => this.house.show({ filter }) }, label, ' ', make('span.num'));
    element.dataset.filter = filter;
    return element;
  }
  #searchSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.house.show({ search: this.field.value.trim() }), PAUSE);
  }
  #press(event) {
    if (event.key === 'ArrowDown' || event.key === 'Enter') this.house.enter();
    else if (event.key === 'Escape' && this.field.value) { this.field.value = ''; this.#searchSoon(); }
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  paint({ counts, undo, redo }, { filter, search }) {
    const numbers = { all: counts.here, faulty: counts.faulty, clean: counts.clean };
    for (const element of this.filters.children) {
      const number = numbers[element.dataset.filter];
      element.setAttribute('aria-pressed', String(element.dataset.filter === filter));
      element.lastChild.textContent = countShort(number);
      element.lastChild.title = count(number);
    }
    if (!search) this.field.value = '';
    this.next.disabled = counts.faulty === 0;
    this.undo.disabled = undo === null;
    this.redo.disabled = redo === null;
  }
}
