// The domain of an address: at least two labels, each fit for the DNS (the server's DomainName).
import { lowered } from './text.js';

/** @returns {{text: string, ascii: string} | {reason: string}} as people read it, and in lower-case A-labels */
export function domainOf(written) {
  const ascii = asciiOf(written), labels = ascii?.split('.') ?? [];
  if (!ascii || ascii.length > 253 || !labels.every(isLabel)) return { reason: 'domain_impossible' };
  const last = labels.at(-1);
  if (labels.length < 2) return { reason: 'domain_unfinished' };
  if (/^\d+$/.test(last)) return { reason: 'domain_impossible' };
  if (last.length === 1) return { reason: 'domain_unfinished' };
  const text = lowered(written);
  return { text: asciiOf(text) === ascii ? text : written, ascii };
}

const isLabel = label => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label);

/** By the browser's own IDNA; null when no such name can exist. */
function asciiOf(domain) {
  if (/^[\x00-\x7f]*$/.test(domain) && !/(^|\.)xn--/i.test(domain)) return domain.toLowerCase();
  try { return new URL(`http://${domain}`).hostname; } catch { return null; }
}
