// What every page has: the theme button (#theme), the menu of narrow screens (#menu with #nav), and a message that
// another page left for this one. Every page's module imports this file.
import { find } from './dom.js';
import { say } from './announce.js';
import './fresh.js';
import './overlaid.js';
import './parting.js';

const YEAR = 365 * 24 * 3600;

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

find('#theme')?.addEventListener('click', () => {
  const theme = isDark() ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme;
  document.cookie = `theme=${theme}; Path=/; Max-Age=${YEAR}; SameSite=Lax`; // the server writes it into the next page
  say(theme === 'dark' ? 'Dark theme' : 'Light theme');
});

find('#menu')?.addEventListener('click', event => {
  const isOpen = find('#nav').classList.toggle('open');
  event.currentTarget.setAttribute('aria-expanded', String(isOpen));
});
