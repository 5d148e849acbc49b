// Email addresses: why a text is none, and the spellings that would be. The same answers as the server's EmailAddress:
// syntax of RFC 5321 and 6531, domain of IDNA as browsers apply it.
import { domainOf } from './domain.js';
import { BLANK, INVISIBLE, lowered, octets, trimmed } from './text.js';

/** @typedef {{reason: string, character?: string, repairs: string[]}} Malformed */

const LONGEST = 254, LONGEST_NAME = 64; // octets
const WORTH_READING = 1024; // octets
const REPAIRS = 3; // one may need another ("<ana @x,com>"), but not endlessly
const CHOICES = 5;
const NOT_IN_NAME = /^\p{M}|[^\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]|[^\x00-\x7f\p{L}\p{M}\p{N}]/u;
const NOT_IN_DOMAIN = /[^\p{L}\p{M}\p{N}.\u3002\uff0e\uff61\u200c\u200d-]/u;
const ENCLOSING = /^[,;:'"<>()[\]{}\u201c\u201d\u201e\u2018\u2019]+|[,;:'"<>()[\]{}\u201c\u201d\u201e\u2018\u2019]+$/gu;
/** A dot with something before it and at least two letters behind: not `n.a.`, `tbd` or `-`. */
const LIKE_DOMAIN = /[^\p{White_Space}.\u3002\uff0e\uff61][.\u3002\uff0e\uff61][^\p{White_Space}.\u3002\uff0e\uff61]{2}/u;
const OTHER_ATS = [/\uff20/g, /\ufe6b/g, /\(at\)/gi, /\[at\]/gi, / at /gi];

/** @returns {Malformed | null} null for a right address */
export const diagnose = text => parse(text).malformed ?? null;

/**
 * @param {string} written
 * @returns {{text: string, key: string, malformed?: undefined} | {malformed: Malformed}}
 */
export function parse(written, repairsSoFar = 0) {
  const text = trimmed(written);
  if (octets(text) > WORTH_READING) return problem('too_long');
  const place = text.indexOf('@');
  const address = {
    text, repairsSoFar, hasAt: place >= 0, ats: text.split('@').length - 1,
    name: place < 0 ? '' : text.slice(0, place), domain: place < 0 ? '' : text.slice(place + 1),
  };
  for (const look of LOOKS) {
    const found = look(address);
    if (found) return found;
  }
  return finished(address);
}

function finished({ name, domain }) {
  const right = domainOf(domain), local = lowered(name);
  if (right.reason) return problem(right.reason);
  if (octets(local) > LONGEST_NAME) return problem('name_too_long');
  const text = `${local}@${right.text}`, key = `${local}@${right.ascii}`;
  return Math.max(octets(text), octets(key)) > LONGEST ? problem('too_long') : { text, key };
}

const problem = (reason, repairs = [], character) => ({ malformed: { reason, repairs: [...new Set(repairs)], ...(character && { character }) } });

/** The candidates that are addresses, or that their own only repair makes one. */
function right(candidates, { repairsSoFar }) {
  if (repairsSoFar >= REPAIRS) return [];
  return candidates.flatMap(candidate => {
    const { text, malformed } = parse(candidate, repairsSoFar + 1);
    return text ?? (malformed.repairs.length === 1 ? malformed.repairs : []);
  });
}

// In the order in which they are looked for: a text has the first reason that fits.
const LOOKS = [
  severalAddresses, angleBrackets, mailto, invisibleCharacter, missingAt, blanks, repeatedAt, missingParts,
  enclosure, commas, dots, forbiddenCharacter, lengths,
];

function severalAddresses({ text, ats }) {
  if (ats < 2) return null;
  const pieces = text.includes('<') ? bracketed(text) : text.split(/[\p{White_Space},;]+/u).filter(Boolean);
  if (pieces.length < 2) return null;
  const addresses = pieces.map(piece => parse(piece, REPAIRS).text);
  return addresses.every(Boolean) ? problem('several_addresses', [...new Set(addresses)].slice(0, CHOICES)) : null;
}
/** What stands between each < and the next >. */
const bracketed = text => text.split('<').slice(1).filter(piece => piece.includes('>')).map(piece => piece.split('>')[0]);

function angleBrackets(address) {
  const inside = bracketed(address.text);
  return inside.length === 1 && inside[0].includes('@') ? problem('angle_brackets', right(inside, address)) : null;
}
function mailto(address) {
  if (!/^mailto:/i.test(address.text)) return null;
  const rest = address.text.slice(7), end = rest.indexOf('?', Math.max(0, rest.indexOf('@')));
  return problem('mailto', right([end < 0 ? rest : rest.slice(0, end)], address));
}
/** Joiners have a place in some domains; IDNA judges them there. */
function invisibleCharacter(address) {
  const isHidden = (character, place) => INVISIBLE.test(character) && !BLANK.test(character)
    && !(/[\u200c\u200d]/.test(character) && address.hasAt && place > address.name.length);
  let place = 0, visible = '';
  for (const character of address.text) {
    if (!isHidden(character, place)) visible += character;
    place += character.length;
  }
  return visible === address.text ? null : problem('character_invisible', right([visible], address));
}
function missingAt(address) {
  if (address.hasAt) return null;
  const candidates = OTHER_ATS.filter(other => address.text.match(other)?.length === 1).map(other => address.text.replace(other, '@'));
  const repairs = right(candidates, address);
  return repairs.length || LIKE_DOMAIN.test(address.text) ? problem('at_missing', repairs) : problem('not_an_address');
}
/** Inside the name a space may stand for a dot, or for nothing; elsewhere it is surely wrong. */
function blanks(address) {
  if (!BLANK.test(address.text)) return null;
  const domain = address.domain.replace(/\p{White_Space}+/gu, '');
  const words = address.name.split(/\p{White_Space}+/u).filter(Boolean);
  const names = words.length < 2 ? [words.join('')] : [words.join('.'), words.join('')];
  return problem('space', right(names.map(name => `${name}@${domain}`), address));
}
function repeatedAt(address) {
  return address.ats > 1 ? problem('at_repeated', right([address.text.replace(/@+/g, '@')], address)) : null;
}
function missingParts({ name, domain }) {
  if (!name) return problem('name_missing');
  return domain ? null : problem('domain_missing');
}
/**
 * Punctuation around the whole, as in `"ana@x.com"` or `ana@x.com;`.
 * An apostrophe may begin an address; it encloses one only if something cannot stand where it does.
 */
function enclosure(address) {
  const character = forbidden(address), inner = address.text.replace(ENCLOSING, '');
  const repairs = !character || inner === address.text ? [] : right([inner], address);
  return repairs.length ? problem('character_forbidden', repairs, character) : null;
}
function commas(address) {
  return address.text.includes(',') ? problem('comma', right([address.text.replaceAll(',', '.')], address)) : null;
}
function dots(address) {
  const kept = address.text.replace(/^\.+|\.+$/g, '').replace(/\.*@\.*/g, '@').replace(/\.{2,}/g, '.');
  return kept === address.text ? null : problem('dot_extra', right([kept], address));
}
function forbiddenCharacter(address) {
  if (address.domain.startsWith('[')) return problem('domain_impossible');
  const character = forbidden(address);
  if (!character) return null;
  // Quotation marks carry no meaning (RFC 5321, 4.1.2); for others nobody can tell what was meant.
  return problem('character_forbidden', character === '"' ? right([address.text.replaceAll('"', '')], address) : [], character);
}
const forbidden = ({ name, domain }) => (NOT_IN_NAME.exec(name) ?? NOT_IN_DOMAIN.exec(domain))?.[0];

function lengths({ text, name }) {
  if (octets(name) > LONGEST_NAME) return problem('name_too_long');
  return octets(text) > LONGEST ? problem('too_long') : null;
}
