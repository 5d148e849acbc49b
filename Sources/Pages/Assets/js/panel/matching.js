// Match columns: which column of a spreadsheet holds what, where its headings do not say it.
import { say } from '../announce.js';
import { columnMatching, matchColumns, DraftRequests } from '../api.js';
import { dialog } from '../dialog.js';
import { attribute, button, icon, make } from '../dom.js';
import { plural } from '../numbers.js';

const FIELDS = [['', 'Do not import'], ['first_name', 'First name'], ['last_name', 'Last name'], ['name', 'Name'], ['email', 'Email'], ['role', 'Role']];
const ROLES = [['', 'Leave as it is'], ['user', 'User'], ['account_admin', 'Account Admin']];
const WHY = {
  content: 'Chosen by what is in the column. Please check it.',
  several: 'More than one column could be this. Choose the one to use.',
};

const select = (label, options, value, onchange) => make('select.input', { 'aria-label': label, onchange },
  options.map(([key, text]) => make('option', { value: key, text, selected: key === value })));

class Line {
  constructor(column, changed) {
    this.column = column;
    this.name = column.heading || `Column ${column.letters}`;
    this.select = select(`Import ${this.name} as`, FIELDS, column.proposal ?? '', () => changed(this));
    this.why = column.reason in WHY ? make('p.why', null, icon('alert'), make('span', { text: WHY[column.reason] })) : null;
    this.element = make('li', null,
      make('div.head', null, make('bdi.name', { text: this.name }), make('span.hint', { text: column.heading ? `Column ${column.letters}` : 'No heading' })),
      make('ul.examples', { 'aria-label': `Examples from ${this.name}` },
        column.examples.length ? column.examples.map(text => make('li', null, make('bdi', { text }))) : make('li.hint', { text: 'Empty' })),
      make('div.choice', null, make('span.hint', { text: 'Import as', 'aria-hidden': 'true' }), this.select), this.why);
    this.show();
  }
  get field() { return this.select.value; }
  set field(field) { this.select.value = field; this.show(); }
  /** What somebody chose needs no look any more. */
  settle() { this.why?.remove(); this.why = null; this.show(); }
  show() {
    this.element.classList.toggle('left', !this.field && !this.why);
    this.element.classList.toggle('ask', Boolean(this.why));
  }
}

class Matching {
  constructor(account, { draft, sheets }) {
    Object.assign(this, { account, draft, sheets });
    this.sheet = sheets.find(sheet => sheet.columns.some(column => column.proposal === 'email')) ?? sheets[0];
    this.list = make('ul.match-lines');
    this.note = make('p.hint');
    this.roles = make('section.match-roles', { 'aria-label': 'Roles in your file' });
    this.trouble = make('div', { role: 'alert' });
    this.#render();
  }
  /** @returns {Promise<Object | null>} the open draft; null: Back */
  open() {
    return dialog({
      title: 'Match columns', classes: 'modal.match',
      body: [
        make('p', { text: `The headings of ${this.draft.file_name} do not say for certain which column holds what. Choose it here; files with the same headings are read the same way next time.` }),
        this.sheets.length > 1 && make('label.field', null, make('span', { text: 'Sheet' }), this.#sheetChoice()),
        this.list, this.note, this.roles, this.trouble],
      foot: close => [
        button('Back', () => close(null)),
        this.go = button('Continue to Preview', () => this.#continue(close), { classes: 'btn.primary' })],
    });
  }
  #sheetChoice() {
    const options = this.sheets.map(sheet => [String(sheet.sheet), sheet.name]);
    const choice = select('Sheet', options, String(this.sheet.sheet), () => {
      this.sheet = this.sheets.find(sheet => String(sheet.sheet) === choice.value);
      this.trouble.replaceChildren();
      this.#render();
      say(`${this.sheet.name}: ${plural(this.lines.length, 'column')}`);
    });
    return choice;
  }
  #render() {
    this.lines = this.sheet.columns.map(column => new Line(column, line => this.#changed(line)));
    this.list.replaceChildren(...this.lines.map(line => line.element));
    this.note.textContent = [
      this.sheet.heading_row === null && 'This sheet has no row of headings: its first row is a user.',
      this.sheet.more > 0 && `${plural(this.sheet.more, 'more column')} ${this.sheet.more === 1 ? 'is' : 'are'} not shown and will not be imported.`,
    ].filter(Boolean).join(' ');
    this.note.hidden = !this.note.textContent;
    this.#renderRoles();
  }
  /** A field is in one column only: it moves to where it was chosen. */
  #changed(line) {
    const { field } = line;
    const before = field && this.lines.find(other => other !== line && other.field === field);
    if (before) {
      before.field = '';
      say(`${FIELDS.find(([key]) => key === field)[1]} moved from ${before.name} to ${line.name}.`);
    }
    line.settle();
    if (this.lines.some(other => other.field === 'email')) this.#complain(null);
    if (field) for (const other of this.lines) if (other.column.reason === 'several' && !other.field) other.settle();
    this.#renderRoles();
  }
  #renderRoles() {
    const words = this.lines.find(line => line.field === 'role')?.column.words ?? [];
    if (words === this.words) return;
    this.words = words;
    this.choices = words.map(({ word, count: rows, role }) => ({ word, rows, select: select(`Import the role ${word} as`, ROLES, role ?? '') }));
    this.roles.hidden = words.length === 0;
    this.roles.replaceChildren(make('h3', { text: 'Roles in your file' }),
      make('p.hint', { text: 'These words are no roles here. Choose what they mean, once for the whole file.' }),
      make('ul', null, this.choices.map(choice => make('li', null,
        make('div.head', null, make('bdi.name', { text: choice.word }), make('span.hint.num', { text: plural(choice.rows, 'row') })), choice.select))));
  }
  #complain(text) {
    this.trouble.replaceChildren(...(text ? [make('p.err-msg', null, icon('alert'), make('span', { text }))] : []));
    const culprit = text && (this.lines.find(line => line.column.reason === 'several' && !line.field) ?? this.lines[0]);
    for (const line of this.lines) attribute(line.select, 'aria-invalid', line === culprit ? 'true' : null);
    culprit?.select.focus();
  }
  async #continue(close) {
    if (this.isSending) return;
    if (!this.lines.some(line => line.field === 'email')) return this.#complain('Choose which column holds EMAIL.');
    this.#complain(null);
    this.#send(true);
    try { close(await this.#matched()); } catch (problem) {
      this.#send(false);
      this.trouble.replaceChildren(make('p.err-msg', null, icon('alert'),
        make('span', { text: problem.inWords ?? 'The connection was lost. Nothing is lost: try again.' })));
      this.go.focus();
    }
  }
  #send(isSending) {
    this.isSending = isSending;
    attribute(this.go, 'aria-disabled', isSending ? 'true' : null);
    this.go.querySelector('.lbl').textContent = isSending ? 'Reading rows…' : 'Continue to Preview';
    if (isSending) say('Reading rows…');
  }
  /** When the answer is lost, or comes too late, the draft itself tells whether it was opened. */
  async #matched() {
    const columns = this.lines.filter(line => line.field).map(line => ({ column: line.column.column, field: line.field }));
    const roles = this.choices.filter(choice => choice.select.value).map(choice => ({ word: choice.word, role: choice.select.value }));
    try {
      return await matchColumns(this.account, this.draft.number, { sheet: this.sheet.sheet, columns, roles });
    } catch (problem) {
      if (!problem.isPassing && problem.code !== 'draft_closed') throw problem;
      const draft = await new DraftRequests(this.account, this.draft.number).draft();
      if (draft.state === 'matching' || draft.state === 'discarded') throw problem;
      return draft;
    }
  }
}

/**
 * Asks which column holds what.
 * @returns {Promise<Object | null>} the open draft; null when somebody went back
 */
export const askForColumns = async (account, number) => new Matching(account, await columnMatching(account, number)).open();
