// What a person changes in the draft: a cell, a row away, a new row, and all of it back and forth.
import { dismissToast, say, toast } from '../announce.js';
import { plural } from '../numbers.js';
import { COLUMNS, FIRST, columnOf } from '../grid/columns.js';
import { quoted, titleOf } from '../words.js';
import { Saving } from './saving.js';

const MOST = 512; // rows in the windows of one request

export class Changes {
  /** @param {import('../preview.js').Preview} preview */
  constructor(preview) {
    this.preview = preview;
    this.saving = new Saving(preview.requests, {
      scope: isEdit => this.#scope(isEdit),
      took: (reply, body) => this.#took(reply, body),
      stuck: problem => preview.trouble.show(problem, this.saving.behind),
      unstuck: () => preview.trouble.clear(),
      refused: (refusal, operations) => this.#refused(refusal, operations),
    });
    addEventListener('beforeunload', event => { if (this.saving.isBehind) event.preventDefault(); });
  }

  edit(row, field, value) {
    this.#latest = { row, field };
    this.saving.set(row, field, value);
  }
  #latest = null;

  async remove(row) {
    const { grid } = this.preview, index = row.offset;
    const reply = await this.saving.run({ op: 'delete', position: row.position }, row.revision);
    if (!reply) return;
    if (grid.total) grid.cursor.go(index, grid.cursor.column);
    else this.preview.tools.add.focus();
    this.preview.paint();
    const step = reply.draft.undo;
    toast(`${titleOf(row)} was deleted.`, { label: 'Undo', run: () => this.#bringBack(row, step) });
    say(this.preview.status);
  }
  /** The deletion is undone, or if something else came after it, only this row comes back. */
  async #bringBack(row, step) {
    if (this.preview.draft.undo === step) return this.undo();
    const reply = await this.saving.run({ op: 'restore', position: row.position }, this.preview.draft.rev);
    if (!reply) return;
    await this.preview.walk.toRow(row.row, this.preview.grid.cursor.column);
    say(`${titleOf(row)} is back. ${this.preview.status}`);
  }

  /** Takes back the last step of the draft, whoever made it; the server keeps them. */
  undo() { return this.#turnNext('undo', 'Undone'); }
  /** Does again what was taken back last. */
  redo() { return this.#turnNext('redo', 'Done again'); }
  /** One after the other, however fast the keys are: each begins where the one before has ended. */
  #turnNext(way, done) {
    this.#turning = this.#turning.then(() => this.#turn(way, done));
    return this.#turning;
  }
  #turning = Promise.resolve();
  async #turn(way, done) {
    const { preview } = this;
    preview.grid.editor.commit();
    if (!await this.saving.settled()) return;
    const step = preview.draft[way];
    if (step === null) return say(`Nothing to ${way}`);
    dismissToast();
    const reply = await this.saving.run({ op: way, step }, preview.draft.rev);
    if (!reply) return;
    if (reply.row !== null) await preview.walk.toRow(reply.row, preview.grid.cursor.column);
    say(`${done}. ${preview.status}`);
  }
  /** An empty row at the end, in view, with its first name open. */
  async addRow() {
    const { list, grid } = this.preview;
    if (!list.isAll) await list.show({ filter: 'all', search: '' });
    if (!list.isAll) return;
    const empty = { first_name: '', last_name: '', name: '', email: '', role: '' };
    const reply = await this.saving.run({ op: 'add', row: empty }, this.preview.draft.rev);
    if (!reply) return;
    const index = reply.added[0] ?? grid.total - 1;
    grid.cursor.go(index, FIRST);
    await grid.ready();
    grid.cursor.go(index, FIRST);
    grid.editor.open();
    say(`Row ${grid.rowAt(index)?.row?.row ?? ''} was added at the end`);
  }

  /** The windows whose changed rows the reply shall bring: the screen; for edits in place also what is held around it. */
  #scope(isEdit) {
    const { grid, list } = this.preview;
    const first = grid.start, last = Math.max(first, grid.start + grid.shown.length - 1);
    const range = isEdit ? grid.pages.around(first, last, MOST) : [Math.max(0, first - 2), last + 2];
    return { view: list.view, ranges: [range] };
  }
  #took(reply, { view, ranges, ops }) {
    const { preview } = this, { grid, list } = preview, [[first, last]] = ranges;
    const isAlone = reply.draft.rev === preview.draft.rev + 1; // nobody else changed anything in between
    preview.draft = reply.draft.rev >= preview.draft.rev ? reply.draft : preview.draft;
    const rows = list.taken(reply.rows);
    if (view !== list.view) { /* another list is shown by now */ }
    else if (reply.moved || reply.count !== grid.total) grid.reset(reply.count, { offset: rows[0]?.offset, rows, keepsPlace: true });
    else {
      grid.merge(rows);
      if (!isAlone || ops.some(({ field }) => field === 'email')) { grid.pages.keepOnly(first, last); grid.render(); }
    }
    preview.paint();
    if (this.#latest) {
      const { row, field } = this.#latest;
      this.#latest = null;
      say(`${COLUMNS[columnOf(field)].heading} changed in row ${row.row}. ${preview.status}`);
    }
  }
  async #refused(refusal, operations) {
    const { preview } = this;
    const draft = await preview.requests.draft().catch(() => preview.draft);
    if (draft.state !== 'open') return preview.ending.changedElsewhere(draft);
    preview.takeDraft(draft);
    preview.list.reload();
    if (refusal.code === 'row_changed') return this.#tellOfConflict(operations);
    toast(refusal.inWords);
  }
  /** The rows are shown as somebody else left them; one's own value can still be chosen. */
  #tellOfConflict(operations) {
    const own = operations.filter(operation => operation.op === 'set');
    const which = own.length === 1 && own[0].value ? `Your “${quoted(own[0].value)}” was not saved.`
      : `${plural(operations.length, 'change')} of yours ${operations.length === 1 ? 'was' : 'were'} not saved.`;
    toast(`Somebody else changed this row a moment ago. ${which}`, own.length && {
      label: 'Use mine', stays: true,
      run: () => { for (const operation of own) this.saving.run(operation, this.preview.draft.rev); },
    });
  }
}
