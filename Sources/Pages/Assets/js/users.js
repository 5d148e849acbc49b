// Users: opens the Import Users panel over the page, and sends the filter as soon as it is chosen.
//
//   [data-import]            opens the panel (a link to /accounts/{a}/import, so that it also works without script)
//   body or main [data-account], [data-account-name]; [data-panel="open"] opens it at once
//   select[data-submit]      sends its form when changed
//   [data-list]              the list, whose users can be selected (users/list.js)
import { find, findAll } from './dom.js';
import './shell.js';
import './users/list.js';

const page = find('[data-account]');
const panel = () => import('./panel.js');

async function openPanel(event) {
  if (event?.ctrlKey || event?.metaKey || event?.shiftKey) return; // in another tab
  event?.preventDefault();
  const { importUsers } = await panel();
  const matching = Number(page.dataset.matching);
  delete page.dataset.matching; // once
  await importUsers({ account: page.dataset.account, matching });
  if (location.pathname.endsWith('/import')) history.replaceState(null, '', `/accounts/${page.dataset.account}/users`);
}

for (const opener of findAll('[data-import]')) {
  opener.addEventListener('pointerenter', panel, { once: true });
  opener.addEventListener('focus', panel, { once: true });
  opener.addEventListener('click', openPanel);
}
for (const choice of findAll('select[data-submit]')) {
  choice.addEventListener('change', () => choice.form.requestSubmit());
}
if (page?.dataset.panel === 'open') openPanel();
