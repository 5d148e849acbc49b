// The form in which a password is chosen: for whom, in which account, and what the password has to be.
import { say } from '../announce.js';
import { acceptInvitation, signOut } from '../api.js';
import { attribute, changeIcon, icon, make } from '../dom.js';
import { count } from '../numbers.js';
import { reveals } from '../reveal.js';

/**
 * @param {{kind: string, account: string, name: string, email: string, least_length: number}} invitation
 * @param {function(Error): void} gone when the link turns out to be used up
 */
export function passwordForm(token, { account, name, email, least_length: least }, gone) {
  const password = make('input.input', {
    id: 'password', name: 'password', type: 'password', autocomplete: 'new-password', spellcheck: false, dir: 'ltr', required: true, minLength: least,
    'aria-describedby': 'password-advice password-rule password-error',
  });
  const rule = make('p.meets', { id: 'password-rule' }, icon('dot'), make('span', { text: `At least ${least} characters` }));
  const advice = make('p.hint', { id: 'password-advice', text: 'Four unrelated words are easy to remember. Common passwords, and those made of your own name or address, are not taken.' });
  const error = make('p.err-msg', { id: 'password-error', hidden: true }, icon('alert'), make('span'));
  const submit = make('button.btn.primary', { type: 'submit', text: 'Set password' });
  const show = make('button.btn.quiet.sm', { type: 'button', 'aria-pressed': 'false', 'aria-describedby': 'password-label', text: 'Show' });
  reveals(show, password);

  const isLong = () => [...new Intl.Segmenter().segment(password.value)].length >= least;
  password.addEventListener('input', () => {
    if (rule.classList.toggle('ok', isLong()) !== (rule.firstChild.dataset.icon === 'okc')) changeIcon(rule.firstChild, isLong() ? 'okc' : 'dot');
    if (!error.hidden) refuse(null);
  });
  const refuse = words => {
    error.hidden = !words;
    error.lastChild.textContent = words ?? '';
    attribute(password, 'aria-invalid', words && 'true');
    if (!words) return;
    password.focus();
    say(words);
  };

  const form = make('form.form', { noValidate: true, onsubmit: event => { event.preventDefault(); send(); } },
    make('div.field', null, make('label', { htmlFor: 'email', text: 'Your sign-in email' }),
      make('input.input', { id: 'email', name: 'username', type: 'text', value: email, readOnly: true, autocomplete: 'username', dir: 'ltr' })),
    make('div.field', null, make('label', { htmlFor: 'password', id: 'password-label', text: 'Password' }), advice,
      make('div.pw', null, password, show), rule, error), submit);
  const send = async () => {
    if (submit.getAttribute('aria-disabled')) return;
    if (!isLong()) return refuse(password.value ? `Use ${count(least)} characters or more.` : 'Choose a password.');
    submit.setAttribute('aria-disabled', 'true');
    try {
      const me = await acceptInvitation(token, password.value);
      history.replaceState(null, '', location.pathname);
      if (me) return location.assign('/'); // registered, and signed in
      sessionStorage.setItem('registered', email);
      await signOut().catch(() => {}); // somebody else may be signed in here
      location.assign('/sign-in?password=set');
    } catch (problem) {
      submit.removeAttribute('aria-disabled');
      if (problem.status === 410) return gone(problem);
      refuse(problem.inWords ?? 'The server cannot be reached. Try again.');
    }
  };
  return [make('div.whose', null, make('span.avatar', { 'aria-hidden': 'true', text: initials(name) }),
    make('div', null, make('strong', { text: name, dir: 'auto' }), make('span.small', { text: account, dir: 'auto' }))), form];
}

const initials = name => name.split(/\s+/).map(word => word.match(/[\p{L}\p{N}]/u)?.[0] ?? '').slice(0, 2).join('').toUpperCase();
