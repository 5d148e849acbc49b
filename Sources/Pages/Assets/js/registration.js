// Choosing a password by the link of an email. The token stands in the address's fragment; it leaves the address bar at
// once and stays with this tab, so that Reload works.
import { say } from './announce.js';
import { lookAtInvitation, renewInvitation } from './api.js';
import { button, find, icon, make } from './dom.js';
import { passwordForm } from './registration/form.js';
import './shell.js';

const place = find('[data-registration]'), [brand, heading] = place.children, title = heading.textContent;
let token = null;

function takeToken() {
  token = location.hash.slice(1) || history.state?.token;
  history.replaceState(token ? { token } : null, '', location.pathname);
}

/** Puts the rest of the page in place of what stands there. */
function show(headline, ...content) {
  heading.textContent = headline;
  place.replaceChildren(brand, heading, ...content);
  heading.focus();
}
const text = words => make('p', { text: words });
const toSignIn = classes => make(`a.${classes}`, { href: '/sign-in', text: 'Go to sign in' });

async function look() {
  takeToken();
  if (!token) return show('This link is not complete', text('Open it from the email again, or copy the whole address into your browser.'), make('div.acts', null, toSignIn('btn')));
  try {
    const invitation = await lookAtInvitation(token);
    show(title, ...passwordForm(token, invitation, gone));
    find('[name="password"]').focus();
  } catch (problem) { gone(problem); }
}

/** The link can't be used (any more): what happened, and the way on. */
function gone(problem) {
  const renew = classes => button('Send me a new one', event => sendNew(event.currentTarget), { classes });
  if (problem.code === 'invitation_used') return show('This link was already used', text('If it was you, sign in with the password that you chose.'), make('div.acts', null, toSignIn('btn.primary'), renew('btn')));
  if (problem.code === 'invitation_expired') return show('This link has expired', text('Links work for a while only, and a newer email ends the older one. We can send a new link to the same address.'), make('div.acts', null, renew('btn.primary')));
  if (problem.status === 404 || problem.status === 422) return show('This link is not valid', text('A part of it is missing or was changed on the way. Open it from the newest email that you got, or copy the whole address into your browser.'), text('If it still does not open, ask whoever invited you for a new email.'), make('div.acts', null, toSignIn('btn')));
  show('Try again in a moment', text(problem.inWords ?? 'The server cannot be reached. The link is not used up.'), make('div.acts', null, button('Try again', look, { classes: 'btn.primary' })));
}

/** The same words whatever became of it: nobody learns who is a user here. */
async function sendNew(pressed) {
  pressed.setAttribute('aria-disabled', 'true');
  try { await renewInvitation(token); } catch (problem) {
    pressed.removeAttribute('aria-disabled');
    return say(problem.inWords ?? 'The server cannot be reached. Try again.');
  }
  show('Look into your mail', make('div.note.ok', { role: 'status' }, icon('okc'), make('div.b', null,
    text('If the link was ever a right one, a new one is on its way to the same address. It can take a few minutes, and one is sent at most once an hour.'))));
}

addEventListener('hashchange', () => { if (location.hash) look(); }); // another link, opened over this page
look();
