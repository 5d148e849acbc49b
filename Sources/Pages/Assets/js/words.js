// The words for what is wrong with a row: short ones for STATUS, longer ones with the choices for the card.
// One table, keyed by code and reason; docs/rules.md has the same words.
import { diagnose } from './address.js';
import { ROLES, isBlank } from './rules.js';

/** The chips of the summary. */
export const KIND_NAMES = {
  email_malformed: 'Email not valid',
  email_taken: 'Already a user',
  email_repeated: 'Same email twice',
  email_missing: 'No email',
  name_missing: 'No name',
  name_too_long: 'Name too long',
  role_unknown: 'Unknown role',
};

/** Code → [STATUS, card] */
export const ISSUES = {
  name_missing: ['Enter a name', 'Enter a first name, a last name or a name. One is enough.'],
  name_too_long: ['Shorten the name', 'A name can have at most 200 characters. Shorten it.'],
  email_missing: ['Enter an email address', 'Enter an email address. Every user signs in with one.'],
  email_taken: ['Already a user here', '{email} already belongs to {holder} in this account. Change the email or delete this row.'],
  email_repeated: ['Same email as row {row}', 'Row {row} has the same email. Change one of them or delete one.'],
  role_unknown: ['“{role}” is not a role', '“{role}” is not a role. Choose User or Account Admin.'],
};

/** The reason of `email_malformed` → [STATUS, card] */
export const ADDRESSES = {
  several_addresses: ['Keep only one address', 'This field holds more than one email address. Keep only one.'],
  angle_brackets: ['Keep only the address in < >', 'Keep only the address in < >. The name has columns of its own.'],
  mailto: ['Remove “mailto:”', 'An email address does not begin with “mailto:”. Remove it.'],
  character_invisible: ['Remove the invisible character', 'This email address holds a character that cannot be seen. Remove it.'],
  at_missing: ['Add the missing @', 'This email address has no @. Add it between the name and the domain.'],
  not_an_address: ['Not an email address', 'This is not an email address. Enter one such as name@example.com.'],
  space: ['Remove the space', 'An email address cannot have a space. Remove it.'],
  at_repeated: ['Use only one @', 'An email address has only one @. Remove the others.'],
  name_missing: ['Add the part before the @', 'Nothing stands before the @. Add the user’s part of the address.'],
  domain_missing: ['Add the domain after the @', 'Nothing follows the @. Add the domain, such as example.com.'],
  comma: ['Use a dot, not a comma', 'An email address cannot have a comma. Use a dot.'],
  dot_extra: ['Remove the extra dot', 'A dot stands at an end, beside the @ or beside another dot. Remove it.'],
  character_forbidden: ['Remove “{character}”', '“{character}” cannot stand here in an email address. Remove it.'],
  domain_unfinished: ['Finish the domain', 'The part after the @ is not complete. It should end like example.com.'],
  domain_impossible: ['Check the domain', 'This domain cannot receive email. Check the part after the @.'],
  name_too_long: ['Shorten the part before the @', 'The part before the @ can have at most 64 characters. Shorten it.'],
  too_long: ['Shorten the email address', 'An email address can have at most 254 characters. Shorten it.'],
};
const UNKNOWN = ['Check this email', 'Check this email address.'];
const NEW_ROW = 'Enter a name and an email';
const LONGEST_QUOTE = 40;

/**
 * A problem in words, with the answers on offer.
 * @typedef {{code: string, field: string, status: string, card: string, fix?: string, choices: string[],
 *   twin?: number, canDelete: boolean, roles: string[]}} Problem
 */

/** @returns {Problem[]} */
export function problemsOf(row) {
  return row.issues.map(issue => problem(issue, row));
}

function problem(issue, row) {
  const malformed = issue.code === 'email_malformed' ? diagnose(row.email) : null;
  const repairs = malformed && malformed.reason === issue.reason ? malformed.repairs : [];
  const [status, card] = issue.code === 'email_malformed' ? ADDRESSES[issue.reason] ?? UNKNOWN : ISSUES[issue.code] ?? UNKNOWN;
  const values = { email: row.email, role: row.role, row: issue.row, holder: issue.holder ?? 'a user', character: malformed?.character ?? '' };
  return {
    code: issue.code,
    field: issue.field,
    status: filled(status, values),
    card: filled(card, values),
    fix: repairs.length === 1 ? repairs[0] : undefined,
    choices: repairs,
    twin: issue.code === 'email_repeated' ? issue.row : undefined,
    canDelete: issue.code === 'email_taken' || issue.code === 'email_repeated',
    roles: issue.code === 'role_unknown' ? ROLES : [],
  };
}

/** What STATUS says about a row. */
export function statusOf(row, problems) {
  if (problems.length > 1 && isBlank(row)) return NEW_ROW;
  return problems[0]?.status ?? (row.fixed ? 'Fixed' : 'Ready');
}

function filled(words, values) {
  return words.replace(/\{(\w+)\}/g, (_, name) => quoted(String(values[name])));
}

/** A row in a sentence: `Row 5 (Ana Silva)`. */
export function titleOf({ row, name, first_name: first, last_name: last, email }) {
  const title = name || [first, last].filter(Boolean).join(' ') || email;
  return title ? `Row ${row} (${quoted(title)})` : `Row ${row}`;
}

/** Somebody's text in our sentence: not too long, and unable to turn our words around. */
export function quoted(text) {
  const characters = [...text];
  const short = characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE).join('')}…` : text;
  return /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]/.test(short) ? `\u2068${short}\u2069` : short;
}
