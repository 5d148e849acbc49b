// The elements of the Preview and where they stand. Everything is built here; the server's page brings the frame
//
//   <main id="preview" class="win" data-account="0a1b2c3d4e5" data-account-name="Acme" data-draft="3" data-users="/accounts/…/users">
//
// and the first window of rows: <script type="application/json" id="opening">.
import { button, iconButton, make } from '../dom.js';
import { plural } from '../numbers.js';

export class Screen {
  /** @param {HTMLElement} root @param {function(): void} close */
  constructor(root, close) {
    const { accountName, users } = root.dataset;
    Object.assign(this, { root, accountName, usersPath: users });
    this.title = make('h1', { text: 'Preview', tabIndex: -1 });
    this.subtitle = make('span.sub.trunc');
    this.head = make('div.dh', null, this.title, this.subtitle,
      'matched' in root.dataset && button('Columns', () => this.matchAgain(), { classes: 'btn.sm.quiet', 'aria-label': 'Match columns again', title: 'Match columns again' }),
      iconButton('Close', 'x', close));
    this.gridHost = make('div.gscroll');
    this.empty = make('div.gempty', { hidden: true });
    this.stage = make('section.gstage', { 'aria-label': 'Rows' },
      make('p.vh', { id: 'grid-help', text: 'Arrow keys move, Enter edits, F8 goes to the next problem.' }), this.gridHost, this.empty);
  }
  build({ summary, tools, trouble, footer }) {
    this.working = [summary.element, tools.element, this.stage, trouble.element, footer.element];
    this.reachable = [summary.element, tools.element, this.stage];
    this.root.replaceChildren(this.head, ...this.working);
  }
  paint({ file_name: file, counts, state }) {
    const isOver = state === 'finished' || state === 'discarded';
    this.subtitle.textContent = [file, !isOver && plural(counts.here, 'user'), this.accountName].filter(Boolean).join(' · ');
    this.subtitle.title = this.subtitle.textContent;
  }
  /** While users are added nothing can be pressed but ✕. */
  freeze(isFrozen) {
    for (const element of this.reachable) element.inert = isFrozen;
  }
  /** The import is over: this stands in the place of everything below the title. */
  conclude(element) {
    for (const part of this.working) part.remove();
    this.root.querySelector('.done')?.remove();
    this.root.classList.add('fin');
    this.title.textContent = 'Import Users';
    this.root.append(element);
    element.querySelector('h2').focus();
  }
}
