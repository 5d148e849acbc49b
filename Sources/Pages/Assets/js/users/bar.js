// The bar that comes up with a selection: how many, Send welcome emails, more actions, clear.
import { say } from '../announce.js';
import { button, iconButton, make } from '../dom.js';
import { count } from '../numbers.js';

export class SelectionBar {
  /** @param {import('./selection.js').Selection} selection @param {{send: function, act: function, home: HTMLElement}} ways */
  constructor(selection, { send, act, home }) {
    Object.assign(this, { selection, home, words: make('span.count.num') });
    this.send = button('Send welcome emails', send, { iconName: 'mail', classes: 'btn.primary' });
    this.more = iconButton('Actions for the selected users', 'more', act, 'btn.icon');
    this.more.setAttribute('aria-haspopup', 'dialog');
    this.element = make('div.selbar', { role: 'region', 'aria-label': 'Selected users', hidden: true },
      this.words, this.send, this.more, iconButton('Clear selection', 'x', () => this.clear(), 'btn.icon'));
    document.body.append(this.element);
    document.addEventListener('keydown', event => {
      if (event.key === 'Escape' && selection.size && !event.defaultPrevented && !document.querySelector('dialog[open], :popover-open')) this.clear();
    });
    selection.onchange(() => this.paint());
    this.paint();
  }
  paint() {
    this.element.hidden = !this.selection.size;
    this.words.textContent = `${count(this.selection.size)} selected`;
  }
  clear() {
    const isLeft = this.element.contains(document.activeElement);
    this.selection.clear();
    if (isLeft) this.home.focus();
    say('The selection was cleared');
  }
}
