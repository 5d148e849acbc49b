// Show and Hide beside a password; [data-reveal] names the field.
import { findAll } from './dom.js';
import './shell.js';

for (const reveal of findAll('[data-reveal]')) {
  const field = document.getElementById(reveal.dataset.reveal);
  reveal.hidden = false;
  reveal.addEventListener('click', () => {
    const shows = field.type === 'password';
    field.type = shows ? 'text' : 'password';
    reveal.textContent = shows ? 'Hide' : 'Show';
    reveal.setAttribute('aria-pressed', String(shows));
  });
}
