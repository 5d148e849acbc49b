// Edits on their way to the server: in order, one request in flight. What could not be sent is kept and sent again with
// the same request id, so nothing is done twice and nothing is lost.
import { Refusal } from '../api.js';
import { uuid } from '../random.js';
import { edited } from '../rules.js';

const PAUSES = [1, 2, 5, 10, 30]; // s between attempts after a lost connection
const MOST = 200; // edits that travel together

/** @typedef {{op: string, position?: number, field?: string, value?: string, row?: Object, step?: number}} Operation */

const isTurn = ({ op }) => op === 'undo' || op === 'redo';

export class Saving {
  #queue = []; // { operation, revision, done } not sent yet
  #batch = null; // { body, revision, entries } in flight, or to be sent again
  #isSending = false;
  #attempts = 0;
  #waiting = [];

  /**
   * @param {import('../api.js').DraftRequests} requests
   * @param {{scope: function(boolean): {view: number, ranges: Array}, took: function(Object, Object): void,
   *   stuck: function(Error): void, unstuck: function(): void, refused: function(Refusal, Operation[]): void}} house
   *   scope: the view and the windows on the screen, wider for edits in place
   */
  constructor(requests, house) { Object.assign(this, { requests, house }); }

  /** How many changes are not saved yet. */
  get behind() { return (this.#batch?.entries.length ?? 0) + this.#queue.length; }
  get isBehind() { return this.#batch !== null || this.#queue.length > 0; }

  /** An edit in place; a later one of the same cell takes the place of one that was not sent yet. */
  set(row, field, value) {
    const operation = { op: 'set', position: row.position, field, value };
    const same = this.#queue.findIndex(({ operation: other }) => other.op === 'set' && other.position === row.position && other.field === field);
    if (same >= 0) this.#queue[same].operation = operation;
    else this.#queue.push({ operation, revision: row.revision, done: () => {} });
    this.#send();
  }
  /** @returns {Promise<Object | null>} the reply, or null when it was refused */
  run(operation, revision) {
    return new Promise(done => {
      this.#queue.push({ operation, revision, done });
      this.#send();
    });
  }
  /** A row as it will be when everything is saved. */
  overlay(row) {
    const entries = [...this.#batch?.entries ?? [], ...this.#queue];
    return entries.filter(({ operation }) => operation.op === 'set' && operation.position === row.position)
      .reduce((painted, { operation }) => edited(painted, operation.field, operation.value), row);
  }
  /** Resolves when everything is saved: true; or false as soon as it can't be. */
  settled() {
    if (!this.isBehind) return Promise.resolve(true);
    return new Promise(done => { this.#waiting.push(done); this.again(); });
  }
  /** Tries at once what could not be sent. */
  again() {
    clearTimeout(this.timer);
    this.#send();
  }

  async #send() {
    if (this.#isSending || !this.isBehind) return;
    this.#batch ??= this.#next();
    this.#isSending = true;
    const { body, revision, entries } = this.#batch;
    let reply, problem;
    try { reply = await this.#ask(body, revision); } catch (error) { problem = error; }
    this.#isSending = false;
    if (problem?.isPassing || problem?.isSignedOut) return this.#wait(problem);
    this.#batch = null;
    if (this.#attempts) this.house.unstuck();
    this.#attempts = 0;
    if (problem) this.#refuse(problem, entries); // what waits for everything to be saved is told so
    else this.house.took(reply, body);
    for (const { done } of entries) done(reply ?? null);
    if (this.isBehind) return this.#send();
    for (const done of this.#waiting.splice(0)) done(true);
  }
  #ask({ ops, ...scope }, revision) {
    const [{ op, step }] = ops;
    return isTurn(ops[0]) ? this.requests.turn(op, { ...scope, step }) : this.requests.edit({ ...scope, ops }, revision);
  }
  /** Edits in place travel together; what adds or removes rows travels alone. */
  #next() {
    const isEdit = ({ operation }) => operation.op === 'set';
    const number = isEdit(this.#queue[0]) ? this.#queue.findIndex(entry => !isEdit(entry)) : 1;
    const entries = this.#queue.splice(0, Math.min(number < 0 ? this.#queue.length : number, MOST));
    const ops = entries.map(entry => entry.operation);
    const body = { request_id: uuid(), ...this.house.scope(ops[0].op === 'set'), ops };
    return { body, revision: Math.min(...entries.map(entry => entry.revision)), entries };
  }
  #wait(problem) {
    const pause = problem.retryAfter || PAUSES[Math.min(this.#attempts++, PAUSES.length - 1)];
    this.house.stuck(problem);
    for (const done of this.#waiting.splice(0)) done(false);
    clearTimeout(this.timer);
    if (!problem.isSignedOut) this.timer = setTimeout(() => this.#send(), pause * 1000);
  }
  /** The others of a batch did nothing wrong: they go again without the refused rows. */
  #refuse(problem, entries) {
    for (const done of this.#waiting.splice(0)) done(false);
    if (!(problem instanceof Refusal)) throw problem;
    const isBad = ({ operation }) => !problem.positions.length || problem.positions.includes(operation.position);
    this.#queue.unshift(...entries.filter(entry => !isBad(entry)));
    this.house.refused(problem, entries.filter(isBad).map(entry => entry.operation));
  }
}
