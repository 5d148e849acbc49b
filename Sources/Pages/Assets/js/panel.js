// Import Users: the side panel with the template, the drop zone, and imports that were left open.
import { button, icon, make } from './dom.js';
import { say } from './announce.js';
import { unfinishedDrafts } from './api.js';
import { dialog } from './dialog.js';
import { count, fileSize } from './numbers.js';
import { Drop } from './panel/drop.js';
import { Sending } from './panel/sending.js';
import { templateStep } from './panel/template.js';
import { unfinishedImports } from './panel/unfinished.js';

class Panel {
  /** @param {{account: string, matching?: number}} page `matching`: the draft whose columns are matched at once */
  constructor({ account, matching }) {
    Object.assign(this, { account, matching });
    this.drop = new Drop(file => this.send(file));
    this.resume = make('div.gapped', { hidden: true });
    this.place = make('div.gapped', null, this.drop.zone);
  }
  async open() {
    const step = (number, title, content) => make('li.step', null,
      make('span.n', { text: number, 'aria-hidden': 'true' }), make('div', null, make('h3', { text: title }), content));
    this.#offerUnfinished();
    await dialog({
      title: 'Import Users', classes: 'panel',
      body: [this.resume, make('ol.steps', null,
        step('1', 'Fill in the template', templateStep()),
        step('2', 'Upload it', [this.drop.input, this.place]))],
      onopen: element => {
        this.drop.listen(element);
        if (this.matching) this.#match(this.matching);
      },
    });
    this.sending?.cancel();
  }
  async #offerUnfinished() {
    const drafts = await unfinishedDrafts(this.account).catch(() => []);
    this.resume.replaceChildren(...unfinishedImports(this.account, drafts));
    this.resume.hidden = drafts.length === 0;
  }

  async send(file) {
    const bar = make('div.progress', {
      role: 'progressbar', 'aria-label': 'Upload', 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': 0,
    }, make('i'));
    const words = make('span.small.muted', { text: 'Uploading…' });
    const cancel = button('Cancel', () => this.#cancel(file), { classes: 'btn.sm.quiet' });
    const tell = text => { if (words.textContent !== text) { words.textContent = text; say(text); } };
    const fill = part => {
      bar.firstChild.style.transform = `scaleX(${part})`;
      bar.setAttribute('aria-valuenow', Math.round(part * 100));
    };
    this.place.replaceChildren(make('div.filecard', null,
      make('div.h', null, icon('sheet', 'l'), make('strong.grow.trunc', { text: file.name, title: file.name }),
        make('span.hint.num', { text: fileSize(file.size) }), cancel),
      bar, words));
    cancel.focus();
    say(`Uploading ${file.name}`);
    this.sending = new Sending(this.account, file, {
      progress: part => { fill(part * 0.9); words.textContent = `Uploading… ${Math.floor(part * 100)} %`; },
      reading: () => { fill(0.9); tell('Reading rows…'); },
      waiting: seconds => tell(`No answer. Trying again in ${count(Math.ceil(seconds))} s…`),
    });
    try {
      const draft = await this.sending.run();
      if (!draft) return;
      fill(1);
      if (draft.state === 'matching') await this.#match(draft.number);
      else this.#preview(draft, tell);
    } catch (refused) { this.#refuse(refused, file); }
  }
  #preview({ number }, tell = say) {
    tell('Opening the Preview…');
    location.assign(`/accounts/${this.account}/drafts/${number}`);
  }
  /** Nobody knows yet which column holds what; who goes back finds the import among the unfinished ones. */
  async #match(number) {
    const { askForColumns } = await import('./panel/matching.js');
    const draft = await askForColumns(this.account, number);
    if (draft) return this.#preview(draft);
    this.place.replaceChildren(this.drop.zone);
    this.drop.button.focus();
    await this.#offerUnfinished();
  }
  #cancel({ name }) {
    this.sending.cancel();
    this.place.replaceChildren(this.drop.zone);
    this.drop.button.focus();
    say(`The upload of ${name} was cancelled. Nothing was added.`);
  }
  /** What was wrong with the file, in the panel, with what to do; the focus is on Upload again. */
  #refuse(refused, file) {
    const title = refused?.message ?? 'The upload was interrupted.';
    const remedy = refused ? refused.remedy : 'Check your connection. Nothing was added.';
    const way = refused?.isSignedOut ? make('a.btn.sm', { href: '/sign-in', target: '_blank', rel: 'noopener', text: 'Sign in (new tab)' })
      : !refused && button('Try again', () => this.send(file), { classes: 'btn.sm' });
    this.place.replaceChildren(make('div.note.err', { role: 'alert' }, icon('alert'),
      make('div.b', null, make('strong', { text: title.replace(/\.$/, '') }), make('p.small', { text: remedy }),
        make('p.small.muted.trunc', { text: file.name, title: file.name })), way), this.drop.zone);
    this.drop.button.focus();
  }
}

/** Opens the panel; resolves when it is closed. */
export const importUsers = page => new Panel(page).open();
