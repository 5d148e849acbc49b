// What stands in the way of saving, in words, with the way on. The edits stay on the screen meanwhile.
import { button, icon, make } from '../dom.js';
import { say, toast } from '../announce.js';

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
    toast('Everything is saved.');
  }
  /**
   * @param {import('../api.js').Refusal | import('../api.js').Lost} problem
   * @param {number} [behind] changes that are not saved yet
   */
  show(problem, behind = 1) {
    const changes = behind === 1 ? 'Your last change is' : `Your last ${behind} changes are`;
    const theyAre = behind === 1 ? 'it is' : 'they are';
    if (problem.isSignedOut) this.#tell(`You were signed out. ${changes} kept here; sign in again and ${theyAre} saved.`, signIn());
    else if (problem.inWords) this.#tell(`${problem.inWords} ${changes} kept here; ${theyAre} sent again every few seconds.`);
    else this.#tell(`The server cannot be reached. ${changes} kept here; ${theyAre} saved as soon as it answers.`);
  }
  /** Something was asked for that has to wait until everything is saved. */
  insist(text) {
    if (this.element.hidden) return;
    this.element.querySelector('.b').replaceChildren(make('strong', { text }), ` ${this.signature}`);
    say(`${text} ${this.signature}`);
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
