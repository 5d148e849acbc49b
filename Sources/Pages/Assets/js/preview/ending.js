// The ways out of the Preview: Upload, Cancel and ✕.
import { dismissToast, say, toast } from '../announce.js';
import { matchAgain } from '../api.js';
import { dialog } from '../dialog.js';
import { button, make } from '../dom.js';
import { count, plural } from '../numbers.js';
import { leaveMessage } from '../parting.js';
import { askForUpload, follow } from './adding.js';
import { quoted } from '../words.js';
import { outcome } from './outcome.js';

const askedAgain = problem => `${problem.inWords ?? 'The server cannot be reached.'} It is asked again every few seconds: keep this window open.`;

export class Ending {
  #isBusy = false;

  /** @param {import('../preview.js').Preview} preview */
  constructor(preview) { this.preview = preview; }

  async upload() {
    const { preview } = this, { grid } = preview;
    grid.editor.commit();
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      if (!await preview.changes.saving.settled()) return preview.trouble.insist('Nothing was uploaded yet.');
      if (!preview.draft.counts.clean) return say('Correct at least one user to upload.');
      this.#remember(preview.draft.ledger.created);
      this.#freeze(true);
      const { clean } = preview.draft.counts;
      say(`Adding ${plural(clean, 'user')}`);
      preview.footer.paintProgress(0, clean);
      await this.#finishAdding(await askForUpload(preview.requests, problem => preview.footer.paintProgress(0, clean, askedAgain(problem))));
    } catch (problem) { await this.#failed(problem); } finally {
      this.#isBusy = false;
    }
  }
  /** The page was opened while users are added. */
  async follow(draft) {
    this.#isBusy = true;
    this.#freeze(true);
    try { await this.#finishAdding(draft); } catch (problem) { await this.#failed(problem); } finally {
      this.#isBusy = false;
    }
  }
  async #finishAdding(started) {
    const { preview } = this, before = this.#remembered(started);
    const draft = await follow(preview.requests, started, (now, trouble) => {
      const done = now.ledger.created - before;
      preview.footer.paintProgress(done, done + now.counts.clean, trouble);
    });
    preview.draft = draft;
    this.#freeze(false);
    if (draft.state !== 'open') return this.conclude();
    await preview.list.showAll();
    say(`${count(draft.ledger.created)} added, ${count(draft.counts.here)} ${draft.counts.here === 1 ? 'remains' : 'remain'}`);
    if (draft.counts.faulty) await preview.walk.toProblem(1, -1);
  }
  async #failed(problem) {
    const { preview } = this;
    this.#freeze(false);
    const draft = await preview.requests.draft().catch(() => preview.draft);
    if (draft.state !== 'open') return this.changedElsewhere(draft);
    preview.takeDraft(draft);
    preview.paint();
    if (problem.isSignedOut) return preview.trouble.show(problem);
    toast(problem.inWords ?? 'The upload could not be started. Nothing was added.', { label: 'Try again', run: () => this.upload() });
  }
  #freeze(isFrozen) {
    dismissToast();
    this.preview.grid.isLocked = isFrozen;
    this.preview.screen.freeze(isFrozen);
  }
  // How many were added before this Upload, also after a reload during it.
  get #key() { return `added-before:${location.pathname}`; }
  #remember(created) { sessionStorage.setItem(this.#key, created); }
  #remembered({ ledger }) { return Math.min(ledger.created, Number(sessionStorage.getItem(this.#key)) || 0); }

  /** Cancel: what is left is discarded, which can be undone on the Users page. */
  async cancel() {
    const { preview } = this;
    if (this.#isBusy) return;
    this.#isBusy = true;
    preview.grid.editor.commit();
    try {
      if (!await preview.changes.saving.settled()) return preview.trouble.insist('Nothing was cancelled yet.');
      const { here } = preview.draft.counts;
      if (!here && preview.draft.ledger.created) return this.finish();
      const { ledger } = await preview.requests.discard();
      leaveMessage(farewell(preview.draft.file_name, ledger.created, here),
        { account: preview.requests.account, draft: preview.requests.number });
      location.assign(preview.screen.usersPath);
    } catch (problem) {
      if (problem.isSignedOut) return preview.trouble.show(problem);
      toast(problem.inWords ?? 'The server cannot be reached. The import was not cancelled.', { label: 'Try again', run: () => this.cancel() });
    } finally {
      this.#isBusy = false;
    }
  }
  /** Back to the choice of columns: the rows are read anew, so what was done to them is lost. */
  async matchAgain() {
    const { preview } = this, { requests, draft } = preview;
    preview.grid.editor.commit();
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      if (!await preview.changes.saving.settled()) return preview.trouble.insist('The columns were not opened yet.');
      if (!await askToMatchAgain(draft.file_name)) return;
      await matchAgain(requests.account, requests.number);
      location.assign(`/accounts/${requests.account}/import?matching=${requests.number}`);
    } catch (problem) {
      toast(problem.inWords ?? 'The server cannot be reached. Nothing was changed.', { label: 'Try again', run: () => this.matchAgain() });
    } finally {
      this.#isBusy = false;
    }
  }
  /** Nothing is left: the import is over. */
  async finish() {
    const { preview } = this;
    try { preview.draft = await preview.requests.discard(); } catch (problem) { return preview.list.failed(problem, () => this.finish()); }
    location.assign(preview.screen.usersPath);
  }
  /** ✕ keeps the draft; what is not saved yet is saved first. */
  async close() {
    const { preview } = this;
    preview.grid.editor.commit();
    if (await preview.changes.saving.settled()) location.assign(preview.screen.usersPath);
    else preview.trouble.insist('This window stays open for now.');
  }

  /** Somebody else, or another tab, uploaded or cancelled. */
  changedElsewhere(draft) {
    const { preview } = this;
    preview.draft = draft;
    toast('Somebody uploaded or cancelled this import in another window a moment ago.');
    if (draft.state === 'committing') return this.follow(draft);
    return this.conclude();
  }
  /** The import is over, and this page says what became of it. */
  conclude() {
    const { preview } = this, { screen, draft } = preview;
    screen.paint(draft);
    screen.conclude(outcome(draft, { accountName: screen.accountName, usersPath: screen.usersPath, bringBack: () => this.#bringBack() }));
    say(screen.root.querySelector('.done h2').textContent);
  }
  async #bringBack() {
    try { await this.preview.requests.reopen(); } catch (problem) {
      return toast(problem.inWords ?? 'The server cannot be reached. The import was not brought back.');
    }
    location.reload();
  }
}

const askToMatchAgain = file => dialog({
  title: 'Match columns again?',
  body: make('p', { text: `The rows of ${file} are read again with the columns that you choose. Changes made in this Preview are lost.` }),
  foot: close => [button('Cancel', () => close(null)), button('Match columns', () => close(true), { classes: 'btn.primary' })],
});

function farewell(file, created, discarded) {
  if (!created) return `The import of ${quoted(file)} was cancelled. No users were added.`;
  return `${plural(discarded, 'row was', 'rows were')} discarded. Whoever was added before stays.`;
}
