// Accounts: what is typed narrows the rows that are here; Enter asks the server for all of them.
import { find, findAll } from './dom.js';
import { say } from './announce.js';
import { plural } from './numbers.js';
import './shell.js';

const field = find('[data-narrow]');
const rows = findAll('[data-account-row]');

field?.addEventListener('input', () => {
  const words = field.value.trim().toLowerCase();
  const left = rows.filter(row => !(row.hidden = !row.textContent.toLowerCase().includes(words)));
  const none = find('[data-none]');
  if (none) none.hidden = left.length > 0;
  say(`${plural(left.length, 'account')} shown`);
});
