// The list of users: selecting some of them, and sending them their welcome emails.
import { find, icon, iconButton, make } from '../dom.js';
import { say, toast } from '../announce.js';
import { welcomeMarks } from '../api.js';
import { plural } from '../numbers.js';
import { SelectionBar } from './bar.js';
import { Boxes } from './boxes.js';
import { LiveMarks } from './live.js';
import { Selection } from './selection.js';

const list = find('[data-list]');

function start({ account }, shown) {
  const selection = new Selection({ account, filter: filterOf(shown), total: Number(shown.total) });
  const live = new LiveMarks(ids => welcomeMarks(account, ids));
  const boxes = new Boxes(list, selection);
  const send = async () => {
    const { askToSend } = await import('./sending.js');
    const wanted = { account, selection: selection.request, size: selection.size };
    const sent = await askToSend({ ...wanted, frame: `/accounts/${account}/welcome/letter?${example(boxes, selection)}` });
    if (!sent) return;
    live.sent(boxes.rows.filter(row => selection.has(row)).map(({ id }) => id));
    selection.clear();
    tell(sent);
  };
  const act = async () => {
    const { chooseAction } = await import('./actions.js');
    if (await chooseAction(selection.size) === 'send') send();
  };
  const bar = new SelectionBar(selection, { send: () => send().catch(late), act: () => act().catch(late), home: boxes.all });
  if (shown.newDraft && welcomeNewcomers({ draft: Number(shown.newDraft), count: Number(shown.newCount) }, selection, boxes)) bar.send.focus();
  if (location.hash === '#send') {
    history.replaceState(null, '', location.pathname + location.search);
    if (selection.size) send().catch(late);
  }
}

/** As the server wrote it; what is not asked for is left out. */
function filterOf({ search, role, draft, welcome, quietDays }) {
  const asked = { search, role, draft: draft && Number(draft), welcome, quiet_days: quietDays && Number(quietDays) };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value));
}

const late = () => toast('The server cannot be reached. Nothing was sent.');

/** Whose email is shown before sending: somebody of the selection who is not registered, or the first of all who match. */
function example(boxes, selection) {
  const row = boxes.rows.find(user => selection.has(user) && user.row.dataset.welcome !== 'registered');
  const { ids, filter } = selection.request;
  if (row || ids) return `user=${row?.id ?? ids[0]}`;
  const { quiet_days: days, ...rest } = filter;
  return new URLSearchParams(days ? { ...rest, welcome: `quiet_${days}` } : rest);
}

/**
 * Whoever comes from an import finds the new users selected: once, for going back must not select them again, and never
 * those who got an email before, as when the rest of a spreadsheet follows later.
 */
function welcomeNewcomers({ draft, count: number }, selection, boxes) {
  const key = `arrived:${selection.list.account}:${draft}`;
  if (Number(sessionStorage.getItem(key)) === number) return false;
  sessionStorage.setItem(key, number);
  const here = boxes.rows.filter(user => user.draft === draft), fresh = here.filter(({ row }) => row.dataset.welcome === 'not_sent');
  selection.clear();
  if (here.length === number) selection.set(fresh, true);
  else if (fresh.length === here.length) selection.setAll({ draft }, number);
  if (!selection.size) return false;
  say(`${plural(selection.size, 'new user')} selected. Send welcome emails is the next button.`);
  return true;
}

function tell({ queued, registered, stays }) {
  const where = stays ? 'in the mailbox of this server: no mail server is set' : `on ${queued === 1 ? 'its' : 'their'} way`;
  const words = `${plural(queued, 'welcome email')} ${queued === 1 ? 'is' : 'are'} ${where}.`
    + (registered ? ` ${plural(registered, 'user')} ${registered === 1 ? 'is' : 'are'} registered already and got none.` : '');
  find('main [data-sent]')?.remove();
  const note = make('div.note.ok', { 'data-sent': '', tabIndex: -1 }, icon('okc'), make('div.b', null, make('p', { text: words })),
    iconButton('Dismiss', 'x', () => note.remove(), 'btn.quiet.icon.sm'));
  find('main .page-head').after(note);
  note.focus();
  say(words);
}

if (list?.querySelector('tr[data-user]')) start(find('main').dataset, list.dataset);
