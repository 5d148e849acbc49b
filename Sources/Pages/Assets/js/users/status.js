// How far each user's welcome email is: a mark and a word, and what to do where something is to be done.
import { find, icon, make } from '../dom.js';
import { lifetime } from '../numbers.js';

const SENT = find('[data-stays-here]')
  ? { title: 'In the mailbox', hint: 'No mail server is set: the email is found under Mailbox.',
    meaning: 'No mail server is set, so the email did not leave this server: whoever looks after this account finds it under Mailbox. The user has not registered yet.' }
  : { title: 'Sent', meaning: 'The mail server took the email. The user has not registered yet.' };

export const WELCOME = {
  not_sent: { look: '', picture: 'dot', title: 'Not sent', meaning: 'No email yet. The user cannot sign in.' },
  waiting: { look: '.acc', picture: 'clock', title: 'Waiting', meaning: `The email is on its way. If the mail server cannot be reached, we keep trying for ${lifetime(Number(find('[data-retry-hours]')?.dataset.retryHours ?? 48))}.` },
  sent: { look: '.acc', picture: 'mail', ...SENT },
  registered: { look: '.ok', picture: 'check', title: 'Registered', meaning: 'The user chose a password and can sign in.' },
  failed: { look: '.err', picture: 'alert', title: 'Failed', meaning: 'The mail server refused the email; its words stand below the mark. Put the address right, then send again.' },
  unknown: { look: '.warn', picture: 'warn', title: 'Unknown', meaning: 'The connection broke at the last moment: the email may have arrived. Ask the user, or send again.' },
};

/** @param {{state: string, words?: string}} welcome @returns {Node[]} as the server writes it too */
export function mark({ state, words }) {
  const { look, picture, title, hint } = WELCOME[state];
  const why = state === 'unknown' ? 'It may have arrived. Ask the user, or send again.' : words;
  return [make(`span.pill${look}`, hint && { title: hint }, icon(picture), title), why && make('span.why', { text: why })].filter(Boolean);
}
