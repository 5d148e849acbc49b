// The bottom of the Preview: what Upload will do, in words, beside the button; while it works, how far it is.
import { button, icon, iconButton, make } from '../dom.js';
import { count, plural } from '../numbers.js';
import { showKeys } from './keys.js';

export class Footer {
  /** @param {{cancel: function(): void, upload: function(): void}} house */
  constructor({ cancel, upload }) {
    this.note = make('div.say.num', { id: 'upload-note' });
    this.cancel = button('Cancel', cancel);
    this.upload = button('Upload', upload, { classes: 'btn.primary', iconName: 'upload', 'aria-describedby': 'upload-note' });
    this.element = make('footer.df', null);
    this.#showButtons();
  }
  #showButtons() {
    this.bar = null;
    this.element.replaceChildren(iconButton('Keyboard shortcuts', 'keys', showKeys, 'btn.quiet.icon.keysbtn'), this.note, this.cancel, this.upload);
  }
  paint({ counts }) {
    if (this.bar) this.#showButtons();
    this.note.textContent = consequence(counts);
    this.upload.lastChild.textContent = counts.clean ? `Upload ${plural(counts.clean, 'user')}` : 'Upload';
    this.upload.setAttribute('aria-disabled', String(!counts.clean));
  }
  /** @param {string} [trouble] said instead of the comfort */
  paintProgress(done, all, trouble) {
    if (!this.bar) this.#showProgress();
    this.words.textContent = `Adding users ${count(done)} of ${count(all)}`;
    this.comfort.textContent = trouble ?? 'You can close this window; adding continues.';
    this.bar.setAttribute('aria-valuemax', all);
    this.bar.setAttribute('aria-valuenow', done);
    this.bar.firstChild.style.transform = `scaleX(${all ? done / all : 0})`;
  }
  #showProgress() {
    this.bar = make('div.progress', { role: 'progressbar', 'aria-label': 'Adding users', 'aria-valuemin': 0 }, make('i'));
    this.words = make('strong.num');
    this.comfort = make('span.muted.small');
    this.element.replaceChildren(make('div.commit', null, make('div.h', null, icon('clock'), this.words, make('span.grow'), this.comfort), this.bar));
  }
}

function consequence({ here, clean, faulty }) {
  if (!here) return '';
  if (!clean) return 'Correct at least one user to upload.';
  if (!faulty) return clean === 1 ? '1 will be added.' : `All ${count(clean)} will be added.`;
  return `${count(clean)} will be added. ${count(faulty)} with errors ${faulty === 1 ? 'stays' : 'stay'} here.`;
}
