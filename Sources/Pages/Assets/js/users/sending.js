// Send welcome emails: asks first, with the email itself, to how many it goes and who is skipped; then sends, once.
import { say } from '../announce.js';
import { previewWelcome, sendWelcome } from '../api.js';
import { dialog } from '../dialog.js';
import { attribute, button, find, icon, make } from '../dom.js';
import { count, lifetime, plural } from '../numbers.js';
import { uuid } from '../random.js';

class Sending {
  /** @param {{account: string, selection: Object, size: number}} wanted */
  constructor(wanted) {
    Object.assign(this, wanted);
    this.trouble = make('div', { role: 'alert' });
    this.facts = make('div.gapped', null, make('p.muted', { text: 'Looking who gets an email…' }));
    this.send = button('Send emails', () => this.#send(), { classes: 'btn.primary', iconName: 'mail' });
    this.again = button('Try again', () => this.look(), { hidden: true });
  }
  /** @returns {Promise<{queued: number, registered: number, stays: boolean} | null>} */
  ask() {
    attribute(this.send, 'aria-disabled', 'true');
    return dialog({
      title: 'Send welcome emails', classes: 'modal.wide', body: [this.trouble, this.facts],
      foot: close => [button('Cancel', () => close(null)), this.again, this.send],
      onopen: (element, close) => {
        this.close = close;
        // On a phone it scrolls, and the email's frame takes no keys.
        find('.db', element).tabIndex = 0;
        this.look();
      },
    });
  }
  /** Who gets an email now; whatever is sent after it is a new request. */
  async look() {
    this.request = uuid();
    this.again.hidden = true;
    try {
      this.preview = await previewWelcome(this.account, this.selection);
      this.#show();
    } catch (problem) { this.#fail(problem, 'Nothing was sent.'); }
  }
  #show() {
    const { preview: { to_send: number, registered, sent_before: before, unknown, shown, from, subject, stays_here: stays, hours, example } } = this;
    if (shown !== this.size) this.#warn(`You selected ${plural(this.size, 'user')}; ${shown === 1 ? 'it is' : 'they are'} ${count(shown)} now.`);
    const skipped = registered ? ` – ${count(registered)} already registered, skipped` : '';
    this.facts.replaceChildren(
      make('dl.facts', null, make('dt', { text: 'To' }), make('dd', null, make('strong.num', { text: plural(number, 'user') }), make('span.muted', { text: skipped })),
        number > 0 && [make('dt', { text: 'From' }), make('dd', { text: from }), make('dt', { text: 'Subject' }), make('dd', { text: subject })]),
      ...[stays && number && 'No mail server is set. Nobody gets these emails: they stay in the mailbox of this server.',
        before && `Sent before to ${plural(before, 'user')}. The link in the older email ends when the new one is sent.`,
        unknown && `${plural(unknown, 'email')} may have arrived already: the connection broke at the last moment. Better ask, or send again.`]
        .filter(Boolean).map(words => make('p.small', null, icon('warn'), ` ${words}`)),
      ...number ? [make('p.hint', { text: `Emails cannot be taken back once they are sent. The link in each email works for ${lifetime(hours)}.` }),
        make('iframe.letter', { src: `/accounts/${this.account}/welcome/letter?user=${example}`, title: 'The email as it will be sent', sandbox: '' })]
        : [make('p', { text: registered === 1 ? 'This user is registered already and needs no email.' : 'These users are registered already and need no email.' })]);
    this.send.hidden = !number;
    this.send.lastChild.textContent = `Send ${plural(number, 'email')}`;
    attribute(this.send, 'aria-disabled', null);
    say(`To ${plural(number, 'user')}${skipped}`);
  }

  async #send() {
    if (this.send.getAttribute('aria-disabled')) return;
    attribute(this.send, 'aria-disabled', 'true');
    this.trouble.replaceChildren();
    try {
      const sent = await sendWelcome(this.account, { request_id: this.request, selection: this.selection, shown: this.preview.shown });
      this.close({ ...sent, stays: this.preview.stays_here });
    } catch (problem) {
      if (problem.code === 'selection_changed') return this.#changed(problem);
      this.#fail(problem, 'It is not known whether this arrived. Try again: nobody gets the email twice.');
      attribute(this.send, 'aria-disabled', null);
    }
  }
  /** Somebody added, deleted or registered meanwhile: asked again, with the new numbers. */
  async #changed(problem) {
    const before = this.preview.shown;
    this.size = before;
    await this.look();
    if (this.preview.shown === before) this.#warn(problem.inWords);
    this.send.focus();
  }
  #warn(text) {
    this.trouble.replaceChildren(make('div.note.warn', null, icon('warn'), make('div.b', null, make('p', { text }))));
  }
  #fail(problem, otherwise) {
    this.again.hidden = Boolean(this.preview);
    const words = problem.inWords ?? `The server cannot be reached. ${otherwise}`;
    this.trouble.replaceChildren(make('div.note.err', null, icon('alert'), make('div.b', null, make('p', { text: words }))));
  }
}

export const askToSend = wanted => new Sending(wanted).ask();
