// The rules that look at one row alone, for the very moment of an edit. The server is the authority: its reply is
// painted over this. Both run the same vectors (Tests/ImportsTests/Vectors).
import { diagnose, parse } from './address.js';
import { tidyText, trimmed } from './text.js';

/** @typedef {{code: string, field: string, reason?: string, row?: number}} Issue */

/** Every kind of issue, in the order in which a row names its problems. */
export const KINDS = ['name_missing', 'name_too_long', 'email_missing', 'email_malformed', 'email_taken', 'email_repeated', 'role_unknown'];
export const NAMES = ['first_name', 'last_name', 'name'];
export const ROLES = ['User', 'Account Admin'];

const OF_LIST = new Set(['email_taken', 'email_repeated']);
const LONGEST_NAME = 200; // characters

/** What an edit makes of a value before it is checked. A blank role stays blank: it means User. */
export function tidy(field, value) {
  const text = tidyText(value);
  if (field === 'role') return ROLES.find(role => role.toLowerCase() === text.toLowerCase()) ?? text;
  return field === 'email' ? parse(text).text ?? trimmed(text) : text;
}

/**
 * @param {Object<string, string>} row the five fields
 * @returns {Issue[]}
 */
export function rowIssues(row) {
  return [...nameIssues(row), ...emailIssues(row), ...roleIssues(row)];
}

function nameIssues(row) {
  if (NAMES.every(field => !row[field])) return [{ code: 'name_missing', field: 'first_name' }];
  const long = NAMES.find(field => [...row[field]].length > LONGEST_NAME);
  return long ? [{ code: 'name_too_long', field: long }] : [];
}

function emailIssues({ email }) {
  if (!email) return [{ code: 'email_missing', field: 'email' }];
  const malformed = diagnose(email);
  return malformed ? [{ code: 'email_malformed', field: 'email', reason: malformed.reason }] : [];
}

function roleIssues({ role }) {
  return !role || ROLES.includes(tidy('role', role)) ? [] : [{ code: 'role_unknown', field: 'role' }];
}

/** A row after an edit, as far as it can be judged here; what only the list can tell stays unless the email changed. */
export function edited(row, field, value) {
  const next = { ...row, [field]: tidy(field, value) };
  const ofList = field === 'email' ? [] : row.issues.filter(issue => OF_LIST.has(issue.code));
  next.issues = [...rowIssues(next), ...ofList].sort((one, other) => KINDS.indexOf(one.code) - KINDS.indexOf(other.code));
  next.fixed = next.issues.length === 0 && (row.fixed || row.issues.length > 0);
  return next;
}

/** A row in which nothing was filled in yet. */
export const isBlank = row => NAMES.every(field => !row[field]) && !row.email;
