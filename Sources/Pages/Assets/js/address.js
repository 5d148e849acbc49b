// Why a text is no email address, and the spellings that would be. The same answers as the server's EmailAddress:
// syntax of RFC 5321 and 6531, domain of IDNA as browsers apply it.

/** @typedef {{reason: string, character?: string, repairs: string[]}} Malformed */

const OUTER = /^[\p{White_Space}\p{Cc}\p{Cf}]+|[\p{White_Space}\p{Cc}\p{Cf}]+$/gu;
const SPACE = /\p{White_Space}/u;
const INVISIBLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;
const NOT_IN_NAME = /[^\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const NOT_IN_DOMAIN = /[^\p{L}\p{M}\p{N}.\u3002\uff0e\uff61\u200c\u200d-]/u;
const EXTRA_DOT = /\.\.|^\.|\.$|\.@|@\./;
const octets = text => new TextEncoder().encode(text).length;

/**
 * @param {string} written
 * @returns {Malformed | null} null for a right address
 */
export function diagnose(written) {
  const text = written.replace(OUTER, '');
  for (const look of LOOKS) {
    const found = look(text);
    if (found) return { repairs: [], ...found, ...(found.repairs && { repairs: right(found.repairs, text) }) };
  }
  return null;
}

/** Only right addresses are offered, each once. */
function right(candidates, text) {
  return [...new Set(candidates)].filter(candidate => candidate !== text && !diagnose(candidate));
}

// In the order in which they are looked for: a text has the first reason that fits.
const LOOKS = [
  several, brackets, mailto, invisible, atMissing, space, atRepeated, nameMissing, domainMissing, comma, extraDot, forbidden,
  domain, length,
];

function several(text) {
  const parts = text.split(/[;,\s]+/u).filter(part => part.includes('@'));
  return parts.length > 1 && parts.every(part => !diagnose(part)) ? { reason: 'several_addresses', repairs: parts } : null;
}
function brackets(text) {
  const inside = /<([^<>]*)>/.exec(text)?.[1];
  return inside?.includes('@') ? { reason: 'angle_brackets', repairs: [inside.trim()] } : null;
}
function mailto(text) {
  return /^mailto:/i.test(text) ? { reason: 'mailto', repairs: [text.slice(7).replace(/\?.*/s, '').trim()] } : null;
}
function invisible(text) {
  const all = new RegExp(INVISIBLE, 'gu');
  return INVISIBLE.test(text.replace(/\p{White_Space}/gu, '')) ? { reason: 'character_invisible', repairs: [text.replace(all, '')] } : null;
}
function atMissing(text) {
  return text.includes('@') ? null : { reason: 'at_missing' };
}
/** Beside the @ or in the domain a space is surely wrong; inside the name it may stand for a dot. */
function space(text) {
  if (!SPACE.test(text)) return null;
  const closer = text.replace(/\s*@\s*/gu, '@').replace(/@.*/su, part => part.replace(/\s+/gu, ''));
  const repairs = SPACE.test(closer) ? [closer.replace(/\s+/gu, '.'), closer.replace(/\s+/gu, '')] : [closer];
  return { reason: 'space', repairs };
}
function atRepeated(text) {
  return text.split('@').length > 2 ? { reason: 'at_repeated', repairs: [text.replace(/@+/g, '@')] } : null;
}
function nameMissing(text) {
  return text.startsWith('@') ? { reason: 'name_missing' } : null;
}
function domainMissing(text) {
  return text.endsWith('@') ? { reason: 'domain_missing' } : null;
}
function comma(text) {
  return text.includes(',') ? { reason: 'comma', repairs: [text.replaceAll(',', '.')] } : null;
}
function extraDot(text) {
  if (!EXTRA_DOT.test(text)) return null;
  const repaired = text.replace(/\.{2,}/g, '.').replace(/\.*@\.*/, '@').replace(/^\.+|\.+$/g, '');
  return { reason: 'dot_extra', repairs: [repaired] };
}
function forbidden(text) {
  const [name, domain] = text.split('@');
  const character = (NOT_IN_NAME.exec(name) ?? NOT_IN_DOMAIN.exec(domain))?.[0];
  return character ? { reason: 'character_forbidden', character } : null;
}
function domain(text) {
  const ascii = asciiDomain(text.slice(text.indexOf('@') + 1));
  const labels = ascii?.split('.') ?? [];
  if (!ascii || ascii.length > 253 || !labels.every(label => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label))) return { reason: 'domain_impossible' };
  if (labels.length < 2) return { reason: 'domain_unfinished' };
  if (/^\d+$/.test(labels.at(-1))) return { reason: 'domain_impossible' };
  return labels.at(-1).length === 1 ? { reason: 'domain_unfinished' } : null;
}
function length(text) {
  const [name, domain] = text.toLowerCase().normalize('NFC').split('@');
  if (octets(name) > 64) return { reason: 'name_too_long' };
  return octets(name) + 1 + Math.max(octets(domain), asciiDomain(domain).length) > 254 ? { reason: 'too_long' } : null;
}

/** The domain in lower-case A-labels, by the browser's own IDNA; null when no such name can exist. */
function asciiDomain(domain) {
  if (/^[\x00-\x7f]*$/.test(domain) && !/(^|\.)xn--/i.test(domain)) return domain.toLowerCase();
  try { return new URL(`http://${domain}`).hostname; } catch { return null; }
}
