// The JSON API (docs/api.md), as seen from the pages.

const PATIENCE = 30_000; // ms until a request counts as lost

/** A declined request: what is the matter, and what to do about it. */
export class Refusal extends Error {
  /** @param {{code: string, message: string, remedy?: string, positions?: number[]}} problem */
  constructor(status, problem, retryAfter) {
    super(problem.message);
    Object.assign(this, { status, code: problem.code, remedy: problem.remedy ?? '', positions: problem.positions ?? [], retryAfter });
  }
  get inWords() { return [this.message, this.remedy].filter(Boolean).join(' '); }
  get isSignedOut() { return this.status === 401; }
  /** Nobody decided anything: the same request may succeed in a moment. */
  get isPassing() { return this.status === 503 || this.status === 502 || this.status === 504 || this.status === 429; }
}

/** The reply never came: nobody knows whether the request arrived. */
export class Lost extends Error {
  get isPassing() { return true; }
}

/** A refusal from an answer, also when something between us and the server gave it. */
export function refusal(status, text, retryAfter) {
  let problem;
  try { problem = JSON.parse(text); } catch { /* not ours */ }
  if (!problem?.code) problem = { code: 'unexpected', message: 'The server gave an answer that nobody expected.', remedy: 'Try again in a moment.' };
  return new Refusal(status, problem, Number(retryAfter) || problem.retry_after || 0);
}

/**
 * @returns {Promise<*>} the answer's JSON
 * @throws {Refusal | Lost} or the signal's reason
 */
async function ask(method, path, { body, revision, signal } = {}) {
  const headers = { Accept: 'application/json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (revision !== undefined) headers['If-Match'] = `"${revision}"`;
  const stop = AbortSignal.any([AbortSignal.timeout(PATIENCE), ...(signal ? [signal] : [])]);
  let response, text;
  try {
    response = await fetch(`/api/v1${path}`, { method, headers, signal: stop, body: body && JSON.stringify(body), cache: 'no-store' });
    text = await response.text();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Lost('The connection was lost.');
  }
  if (!response.ok) throw refusal(response.status, text, response.headers.get('Retry-After'));
  return text ? JSON.parse(text) : null;
}

/** How many users were sent a welcome email so many days ago and have not registered, and the first of them by name. */
export const quietUsers = (account, days, limit, signal) => ask('GET', `/accounts/${account}/users?quiet_days=${days}&limit=${limit}`, { signal });

/** Who would get a welcome email, and the email itself. */
export const previewWelcome = (account, selection) => ask('POST', `/accounts/${account}/welcome/preview`, { body: { selection } });

/** @param {{request_id: string, selection: Object, shown: number}} mailing the same `request_id` sends to nobody twice */
export const sendWelcome = (account, mailing) => ask('POST', `/accounts/${account}/welcome`, { body: mailing });

/** How far the welcome emails of these users are. */
export const welcomeMarks = async (account, ids) => (await ask('GET', `/accounts/${account}/users?ids=${ids.join()}`)).users
  .map(({ id, registered, welcome }) => ({ id, welcome: registered ? { state: 'registered' } : welcome }));

/** Whom an invitation is for: `{ kind, account, name, email, least_length }`. */
export const lookAtInvitation = token => ask('POST', '/invitation/look', { body: { token } });

export const acceptInvitation = (token, password) => ask('POST', '/invitation/accept', { body: { token, password } });

/** A new link to the same address; the answer never says whether there is one. */
export const renewInvitation = token => ask('POST', '/invitation/renew', { body: { token } });

export const signOut = () => ask('DELETE', '/session');

const draftPath = (account, number) => `/accounts/${account}/drafts/${number}`;

export const unfinishedDrafts = async (account, signal) => (await ask('GET', `/accounts/${account}/drafts`, { signal })).drafts;

export const discardDraft = (account, number) => ask('POST', `${draftPath(account, number)}/discard`);

export const reopenDraft = (account, number) => ask('POST', `${draftPath(account, number)}/reopen`);

/** What has to be known to match the columns of a draft's file. */
export const columnMatching = (account, number) => ask('GET', `${draftPath(account, number)}/matching`);

/** @param {{sheet: number, columns: Object[], roles: Object[]}} choices @returns {Promise<Object>} the open draft */
export const matchColumns = (account, number, choices) => ask('POST', `${draftPath(account, number)}/matching`, { body: choices });

/** Takes the rows of a draft back, so that its columns can be matched anew. */
export const matchAgain = (account, number) => ask('POST', `${draftPath(account, number)}/matching/again`);

/** Where a spreadsheet is sent; `key` is chosen by us, once for one upload. */
export const uploadPath = (account, key) => `/api/v1/accounts/${account}/drafts/${key}?matching=ask`;

/** The requests about one draft. */
export class DraftRequests {
  /** @param {string} account @param {number} number */
  constructor(account, number) {
    Object.assign(this, { account, number, path: draftPath(account, number) });
  }
  draft() { return ask('GET', this.path); }
  /** @returns {Promise<{view: number, count: number}>} */
  makeView(filter, search) { return ask('POST', `${this.path}/views`, { body: { filter, search } }); }
  /** One window of a view; at most 512 rows. */
  rows(view, offset, limit, signal) {
    return ask('GET', `${this.path}/rows?view=${view}&offset=${offset}&limit=${limit}`, { signal });
  }
  edit(body, revision) { return ask('PATCH', `${this.path}/rows`, { body, revision }); }
  /** @param {'undo' | 'redo'} way @param {{request_id: string, step: number, view: number, ranges: Array}} body */
  turn(way, body) { return ask('POST', `${this.path}/${way}`, { body }); }
  commit() { return ask('POST', `${this.path}/commit`); }
  discard() { return discardDraft(this.account, this.number); }
  reopen() { return reopenDraft(this.account, this.number); }
}
