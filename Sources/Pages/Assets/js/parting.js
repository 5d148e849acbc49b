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
  // Where the page says already how many were added, it goes on from there.
  const note = find('main > .note.ok') ?? newNote();
  find('.b', note).append(make('p', { text }));
  note.append(...[undo && button('Undo', () => bringBack(undo), { classes: 'btn.sm' }), iconButton('Dismiss', 'x', () => note.remove(), 'btn.quiet.icon.sm')].filter(Boolean));
  say(text);
}

function newNote() {
  const note = make('div.note.ok', null, icon('okc'), make('div.b'));
  find('main .page-head')?.after(note);
  return note;
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
