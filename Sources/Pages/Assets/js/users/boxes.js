// The check boxes of the list: one for each user, one above them for all on the page, and a line that offers the rest.
import { say } from '../announce.js';
import { find, findAll, make } from '../dom.js';
import { count, plural } from '../numbers.js';

export class Boxes {
  #last = null;

  /** @param {HTMLElement} list @param {import('./selection.js').Selection} selection */
  constructor(list, selection) {
    Object.assign(this, { list, selection, all: find('[data-all]', list) });
    this.rows = findAll('tr[data-user]', list).map(row => ({
      row, box: find('input', row), id: Number(row.dataset.user), draft: Number(row.dataset.draft) || null,
    }));
    this.rest = make('div.selall', { hidden: true });
    find('.tbl', list).before(this.rest);
    list.addEventListener('click', event => this.#clicked(event));
    this.all.addEventListener('change', () => this.#set(this.rows, this.all.checked));
    selection.onchange(() => this.paint());
    this.paint();
  }
  #clicked(event) {
    const place = this.rows.findIndex(({ box }) => box === event.target);
    if (place < 0) return;
    const from = event.shiftKey && this.#last !== null ? this.#last : place;
    this.#set(this.rows.slice(Math.min(from, place), Math.max(from, place) + 1), event.target.checked);
    this.#last = place;
  }
  #set(users, isOn) {
    const strangers = users.filter(user => !this.selection.takes(user));
    this.selection.set(users, isOn);
    if (strangers.length && isOn) say('Everybody of one import is selected. Clear the selection first, then choose others.');
    else say(this.selection.size ? `${count(this.selection.size)} selected` : 'Nobody is selected');
  }

  paint() {
    const { rows, selection, all, list } = this;
    for (const user of rows) {
      user.box.checked = selection.has(user);
      user.row.classList.toggle('is-on', user.box.checked);
    }
    const on = rows.filter(({ box }) => box.checked).length;
    all.checked = on === rows.length;
    all.indeterminate = on > 0 && on < rows.length;
    this.#offerRest(on === rows.length && Number(list.dataset.total) > rows.length);
  }
  #offerRest(isFull) {
    const { selection, rows, rest } = this, { filter, total } = selection.list;
    const isFocused = rest.contains(document.activeElement);
    rest.hidden = !isFull;
    if (!isFull) return;
    const link = (text, onclick) => make('button.link-btn', { type: 'button', text, onclick });
    rest.replaceChildren(...selection.isWhole && selection.size >= total
      ? [`All ${plural(total, 'user')} are selected. `, link('Clear selection', () => { selection.clear(); this.all.focus(); })]
      : [`${plural(rows.length, 'user')} on this page are selected. `, link(`Select all ${plural(total, 'user')}`, () => {
        selection.setAll(filter, total);
        say(`All ${plural(total, 'user')} are selected`);
      })]);
    if (isFocused) find('button', rest).focus();
  }
}
