// Show and Hide beside a password; [data-reveal] names the field.
// Whoever has just registered finds their address filled in.
import { find, findAll } from './dom.js';
import { reveals } from './reveal.js';
import './shell.js';

for (const reveal of findAll('[data-reveal]')) reveals(reveal, document.getElementById(reveal.dataset.reveal));

const email = find('[data-registered] ~ .field [name="email"]'), address = sessionStorage.getItem('registered');
if (email && address) {
  email.value ||= address;
  sessionStorage.removeItem('registered');
  find('[name="password"]').focus();
}
