// What stands in the way of saving, in words, with the way on. The edits stay on the screen meanwhile.
import { button, icon, make } from '../dom.js';
import { say } from '../announce.js';

export class Trouble {
  /**
   * @param {function(): void} again tries once more
   * @param {function(): void} back where the focus goes when this disappears under it
   */
  constructor(again, back) {
    Object.assign(this, { again, back });
    this.element = make('div.trouble', { hidden: true });
    const retry = () => { if (!this.element.hidden && !document.hidden) again(); };
    addEventListener('online', retry);
    addEventListener('focus', retry); // back from the other tab, signed in
    document.addEventListener('visibilitychange', retry);
  }
  clear() {
    if (this.element.hidden) return;
    const hadFocus = this.element.contains(document.activeElement);
    this.element.hidden = true;
    this.signature = undefined;
    if (hadFocus) this.back();
    say('Saved');
  }
  /** @param {import('../api.js').Refusal | import('../api.js').Lost} problem */
  show(problem) {
    if (problem.isSignedOut) this.#tell('You were signed out. Your changes are kept here; sign in again and they are saved.', signIn());
    else this.#tell('Couldn’t save the last change. It is kept here.');
  }
  #tell(text, ...ways) {
    if (this.signature === text) return;
    this.signature = text;
    this.element.hidden = false;
    this.element.replaceChildren(make('div.note.warn', { role: 'alert' }, icon('warn'), make('div.b', { text }),
      ways, button('Try again', this.again, { classes: 'btn.sm' })));
  }
}

const signIn = () => make('a.btn.sm', { href: '/sign-in', target: '_blank', rel: 'noopener', text: 'Sign in (new tab)' });
