// Remind…: whom. Everybody who was sent a welcome email so many days ago, or earlier, and has not registered; how many
// that are and the first of them stand below the number of days while it is changed.
import { say } from '../announce.js';
import { quietUsers } from '../api.js';
import { dialog } from '../dialog.js';
import { attribute, button, make } from '../dom.js';
import { plural } from '../numbers.js';

const SHOWN = 5, PAUSE = 250; // ms

class Reminding {
  #timer = null;
  #asked = null;
  #total = 0;

  constructor(account) {
    this.account = account;
    this.days = make('input.input', { id: 'quiet-days', type: 'number', min: 0, max: 999, step: 1, value: 7, required: true, 'aria-describedby': 'quiet-users' });
    this.days.addEventListener('input', () => this.#soon());
    this.days.addEventListener('keydown', event => { if (event.key === 'Enter') this.#go(); });
    this.users = make('div', { id: 'quiet-users' });
    this.go = button('Continue', () => this.#go(), { classes: 'btn.primary' });
  }
  /** @returns {Promise<{selection: Object, size: number} | null>} */
  ask() {
    return dialog({
      title: 'Remind users', foot: close => [button('Cancel', () => close(null)), this.go],
      body: [make('p', { text: 'Everybody who was sent a welcome email some days ago and has not registered gets it once more, with a new link. You see the email first.' }),
        make('div.field.days', null, make('label', { htmlFor: 'quiet-days', text: 'Days since the last email' }), this.days), this.users],
      onopen: (_, close) => {
        this.close = close;
        this.days.focus();
        this.#look();
      },
    });
  }
  #soon() {
    clearTimeout(this.#timer);
    // A late answer for another number must not lead on.
    this.#asked?.abort();
    this.#show(0);
    this.#timer = setTimeout(() => this.#look(), PAUSE);
  }
  async #look() {
    this.#asked?.abort();
    if (!this.days.validity.valid) return this.#show(0, make('p.muted', { text: 'Write a number of days, from 0 to 999.' }));
    const { signal } = this.#asked = new AbortController();
    try {
      const { total, users } = await quietUsers(this.account, this.days.valueAsNumber, SHOWN, signal);
      this.#show(total, ...total ? found(total, users) : [make('p', null, make('strong', { text: 'Nobody' })),
        make('p.small.muted', { text: 'Nobody who was sent an email so long ago is still to register.' })]);
    } catch (problem) {
      if (!signal.aborted) this.#show(0, make('p.err-msg', { text: problem.inWords ?? 'The server cannot be reached.' }));
    }
  }
  #show(total, ...parts) {
    this.#total = total;
    this.users.replaceChildren(...parts);
    attribute(this.go, 'aria-disabled', total ? null : 'true');
    if (parts.length) say(this.users.textContent);
  }
  #go() {
    if (!this.#total) return;
    this.close({ selection: { filter: { quiet_days: this.days.valueAsNumber }, except: [] }, size: this.#total });
  }
}

const found = (total, users) => [
  make('p', null, make('strong.num', { text: plural(total, 'user') }), ' '),
  make('p.small.muted', null, users.flatMap(({ display_name: text }, place) => [place > 0 && ', ', make('bdi', { text })]),
    total > users.length && ` and ${plural(total - users.length, 'other')}`),
];

export const askWhomToRemind = account => new Reminding(account).ask();
