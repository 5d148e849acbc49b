// A form that lies over its page. The server sends it open, so that it works without script; here it becomes modal, and
// closing it leads back to the address in [data-back].
import { say } from './announce.js';
import { find } from './dom.js';

const overlaid = find('dialog[data-back]');

if (overlaid) {
  overlaid.removeAttribute('open'); // close() would fire `close` a moment later
  overlaid.showModal();
  overlaid.addEventListener('close', () => location.assign(overlaid.dataset.back));
  find('[autofocus], input:not([type="hidden"]), select', overlaid)?.focus();
}

// What went wrong comes first: the field, which says it itself, and the summary above all fields in words.
const place = overlaid ?? document, summary = find('[data-error]', place), wrong = find('[aria-invalid="true"]', place);
(wrong ?? summary)?.focus();
if (wrong && summary) say(summary.textContent.trim());
