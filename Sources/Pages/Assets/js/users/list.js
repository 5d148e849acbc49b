// The list of users: selecting some of them, and sending them their welcome emails.
import { find, icon, iconButton, make } from '../dom.js';
import { say, toast } from '../announce.js';
import { welcomeMarks } from '../api.js';
import { count, plural } from '../numbers.js';
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
    const sent = await askToSend({ account, selection: selection.request, size: selection.size });
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
  const newcomers = { draft: Number(shown.newDraft), count: Number(shown.newCount) };
  if (shown.newDraft && isFirstArrival(account, newcomers) && welcomeNewcomers(newcomers, selection, boxes)) bar.send.focus();
  if (location.hash === '#send') {
    history.replaceState(null, '', location.pathname + location.search);
    if (!selection.size && shown.newDraft) welcomeNewcomers(newcomers, selection, boxes);
    if (selection.size) send().catch(late);
    else if (shown.newDraft) toast('Nobody is selected: they were sent their welcome emails before.');
  }
  return live;
}

/** Remind…: whom, then the question before Send. */
async function remind(account, live) {
  const { askWhomToRemind } = await import('./reminding.js');
  const whom = await askWhomToRemind(account);
  if (!whom) return;
  const { askToSend } = await import('./sending.js');
  const sent = await askToSend({ account, ...whom });
  if (!sent) return;
  live?.lookAtAll();
  tell(sent);
}

/** As the server wrote it; what is not asked for is left out. */
function filterOf({ search, role, draft, welcome, quietDays }) {
  const asked = { search, role, draft: draft && Number(draft), welcome, quiet_days: quietDays && Number(quietDays) };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value));
}

const late = () => toast('The server cannot be reached. Nothing was sent.');

/** Going back must not select the new users again. */
function isFirstArrival(account, { draft, count: number }) {
  const key = `arrived:${account}:${draft}`;
  if (Number(sessionStorage.getItem(key)) === number) return false;
  sessionStorage.setItem(key, number);
  return true;
}

/**
 * Whoever comes from an import finds the new users selected, and never those who got an email before, as when the rest
 * of a spreadsheet follows later.
 */
function welcomeNewcomers({ draft, count: number }, selection, boxes) {
  const here = boxes.rows.filter(user => user.draft === draft), fresh = here.filter(({ row }) => row.dataset.welcome === 'not_sent');
  selection.clear();
  if (here.length === number) selection.set(fresh, true);
  else if (fresh.length === here.length) selection.setAll({ draft }, number);
  if (!selection.size) return false;
  const words = selection.size === 1 ? 'The new user is selected' : `The ${plural(selection.size, 'new user')} are selected`;
  const rest = selection.size < number ? `, without ${count(number - selection.size)} who got an email before` : '';
  find('main > .note.ok .b').append(make('p', { 'data-next': '', text: `${words}${rest}. Send them their welcome emails next.` }));
  say(`${plural(selection.size, 'new user')} selected. Send welcome emails is the next button.`);
  return true;
}

function tell({ queued, registered, stays }) {
  const where = stays ? 'in the mailbox of this server: no mail server is set' : `on ${queued === 1 ? 'its' : 'their'} way`;
  const words = `${plural(queued, 'welcome email')} ${queued === 1 ? 'is' : 'are'} ${where}.`
    + (registered ? ` ${plural(registered, 'user')} ${registered === 1 ? 'is' : 'are'} registered already and got none.` : '');
  find('main [data-sent]')?.remove();
  find('main [data-next]')?.remove();
  const note = make('div.note.ok', { 'data-sent': '', tabIndex: -1 }, icon('okc'), make('div.b', null, make('p', { text: words })),
    iconButton('Dismiss', 'x', () => note.remove(), 'btn.quiet.icon.sm'));
  find('main .page-head').after(note);
  note.focus();
  say(words);
}

const { dataset: page } = find('main');
const live = list?.querySelector('tr[data-user]') && start(page, list.dataset);
const reminder = find('[data-remind]');
if (reminder) {
  reminder.hidden = false;
  reminder.addEventListener('click', () => remind(page.account, live).catch(late));
}
