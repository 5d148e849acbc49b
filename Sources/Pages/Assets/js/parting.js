// A message that one page leaves for the next: "Import cancelled. No users were added. Undo".
import { say, toast } from './announce.js';
import { reopenDraft } from './api.js';
import { button, find, icon, iconButton, make } from './dom.js';

const KEY = 'parting';

/**
 * @param {string} text
 * @param {{account: string, draft: number} | null} [undo] the discarded draft that *Undo* brings back
 */
export function leaveMessage(text, undo = null) {
  sessionStorage.setItem(KEY, JSON.stringify({ text, undo }));
}

function showMessage() {
  const stored = sessionStorage.getItem(KEY);
  if (!stored) return;
  sessionStorage.removeItem(KEY);
  const { text, undo } = JSON.parse(stored);
  // It stands in the page and not over it: it may be the only way to Undo, and nothing tells when it was read.
  const note = make('div.note.ok', null, icon('okc'), make('div.b', null, make('p', { text })),
    undo && button('Undo', () => bringBack(undo), { classes: 'btn.sm' }), iconButton('Dismiss', 'x', () => note.remove(), 'btn.quiet.icon.sm'));
  find('main .page-head')?.after(note);
  say(text);
}

async function bringBack({ account, draft }) {
  try {
    await reopenDraft(account, draft);
    location.assign(`/accounts/${account}/drafts/${draft}`);
  } catch (refusal) {
    toast(refusal.inWords ?? 'The server cannot be reached. The import was not brought back.',
      { label: 'Try again', run: () => bringBack({ account, draft }), stays: true });
  }
}

showMessage();
