// A message that one page leaves for the next: "Import cancelled. No users were added. Undo".
import { toast } from './announce.js';
import { reopenDraft } from './api.js';

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
  toast(text, undo && { label: 'Undo', run: () => bringBack(undo) });
}

async function bringBack({ account, draft }) {
  try {
    await reopenDraft(account, draft);
    location.assign(`/accounts/${account}/drafts/${draft}`);
  } catch (refusal) {
    toast(refusal.inWords ?? 'Couldn’t bring the import back. Check your connection.',
      { label: 'Try again', run: () => bringBack({ account, draft }) });
  }
}

showMessage();
