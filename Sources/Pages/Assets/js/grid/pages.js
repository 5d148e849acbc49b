// The rows held, by page, and what to ask for next: the rows in view, then those that can be reached before a reply is
// back. What a flying thumb only passes is not asked for.
import { clamp } from './columns.js';

export const PAGE = 128; // rows
const KEPT = 40; // pages
const MOST = 4; // pages a request
const FLIGHTS = 2; // requests at a time
const STILL = 30; // ms without movement: the view has come to rest
const MARGIN = 250; // ms of rows in hand beyond the round trip
const LEAPS = 150; // ms between two requests while a thumb flies

const pageOf = index => Math.floor(index / PAGE);

export class Pages {
  held = new Map(); // number → rows; `whole` says that none is missing
  flights = new Set();
  waiting = [];
  epoch = 0;
  total = 0;
  first = 0;
  last = -1;
  speed = 0; // rows a second, + is down
  trip = 60; // ms, measured; a slow reply counts more than a quick one
  movedAt = -1e9;
  leaptAt = -1e9;
  isResting = true;
  isLeaping = false;

  /**
   * @param {function(number, number, AbortSignal): Promise<Array>} load rows by offset and limit
   * @param {function(number, number): void} arrived the first and the last row that came
   * @param {function(Error): void} failed
   */
  constructor(load, arrived, failed) { Object.assign(this, { load, arrived, failed }); }

  get(index) { return this.held.get(pageOf(index))?.[index % PAGE]; }
  put(index, row) {
    const page = this.held.get(pageOf(index));
    if (page) page[index % PAGE] = row;
  }
  /** Rows that came with a reply. A page of which only a part came is shown, but still asked for. */
  seed(offset, rows) {
    if (!rows.length) return;
    const end = offset + rows.length;
    rows.forEach((row, nth) => {
      const number = pageOf(offset + nth);
      if (!this.held.has(number)) this.held.set(number, []);
      this.held.get(number)[(offset + nth) % PAGE] = row;
    });
    for (let number = Math.ceil(offset / PAGE); number * PAGE < end; number++) {
      if ((number + 1) * PAGE <= end || end === this.total) this.held.get(number).whole = true;
    }
  }
  clear(total) {
    this.epoch++;
    this.total = total;
    this.held.clear();
    this.speed = 0;
    for (const flight of this.flights) flight.stop.abort();
    this.flights.clear();
  }
  /** Forgets what lies outside these rows: it may have changed. Rows on their way may be old: they don't count. */
  keepOnly(first, last) {
    this.epoch++;
    for (const flight of this.flights) flight.stop.abort();
    this.flights.clear();
    for (const [number, page] of this.held) {
      if (number * PAGE >= first && (number + 1) * PAGE - 1 <= last) continue;
      page.whole = false;
      for (let nth = 0; nth < PAGE; nth++) {
        const index = number * PAGE + nth;
        if (index < first || index > last) delete page[nth];
      }
      if (number * PAGE > last || (number + 1) * PAGE <= first) this.held.delete(number);
    }
  }
  /** The unbroken run of held rows around these, at most so many. */
  around(first, last, most) {
    let low = first, high = last;
    const grow = () => high - low + 1 < most;
    while (grow() && high + 1 < this.total && this.get(high + 1)) high++;
    while (grow() && low > 0 && this.get(low - 1)) low--;
    return [low, high];
  }

  /** Rows first…last are in the document now, `seen` of them on the screen. */
  look(first, last, seen) {
    const now = performance.now(), moved = first - this.first;
    this.last = last;
    this.first = first;
    if (moved && !this.#measure(moved, now, seen)) return;
    this.#ask();
  }
  /** @returns {boolean} whether it is worth asking now */
  #measure(moved, now, seen) {
    const gap = now - this.movedAt, speed = moved / (gap > 100 ? 16 : Math.max(16, gap)) * 1000;
    const fromRest = this.isResting, isFresh = fromRest || this.isLeaping;
    this.isLeaping = Math.abs(speed) > 100 * seen; // too fast to see a row
    this.speed = this.isLeaping ? 0 : isFresh ? speed : this.speed + (speed - this.speed) * 0.4;
    this.movedAt = now;
    this.isResting = false;
    clearTimeout(this.calm);
    this.calm = setTimeout(() => this.#rest(), STILL);
    this.#drop();
    if (!this.isLeaping) return true;
    if (!fromRest && now - this.leaptAt < LEAPS) return false;
    this.leaptAt = now;
    return true;
  }
  #rest() {
    this.isResting = true;
    this.isLeaping = false;
    this.speed = 0;
    this.#drop();
    this.#ask();
  }
  /** Requests for rows no longer near the view stand in the way. */
  #drop() {
    const near = this.#reach() + PAGE;
    for (const flight of this.flights) {
      if (flight.last >= this.first - near && flight.first <= this.last + near) continue;
      flight.stop.abort();
      this.flights.delete(flight);
    }
  }
  #reach() { return Math.ceil(Math.max(PAGE / 2, Math.abs(this.speed) * (2 * this.trip + MARGIN) / 1000)); }

  /** Pages to ask for, most urgent first. */
  #wanted() {
    const goesUp = this.speed < 0, far = this.#reach(), wanted = new Set();
    const add = (first, last, down) => {
      const low = pageOf(Math.max(0, first)), high = pageOf(Math.min(this.total - 1, last));
      for (let nth = 0; nth <= high - low; nth++) {
        const number = down ? low + nth : high - nth;
        if (!this.held.get(number)?.whole) wanted.add(number);
      }
    };
    add(this.first, this.last, !goesUp);
    if (this.isLeaping) return [...wanted];
    if (!goesUp) add(this.last + 1, this.last + far, true);
    if (goesUp || this.isResting) add(this.first - far, this.first - 1, false);
    return [...wanted];
  }
  #ask() {
    if (!this.total) return this.#tell();
    const most = clamp(Math.ceil(Math.abs(this.speed) * this.trip / 1000 / PAGE), 1, MOST); // fast or far away: bigger requests
    const isComing = number => [...this.flights].some(({ first, last }) => number * PAGE >= first && number * PAGE <= last);
    const wanted = this.#wanted().filter(number => !isComing(number));
    while (wanted.length && this.flights.size < FLIGHTS) {
      const run = [wanted.shift()];
      while (run.length < most && Math.abs(wanted[0] - run.at(-1)) === 1) run.push(wanted.shift());
      this.#fetch(Math.min(...run) * PAGE, run.length * PAGE);
    }
    this.#tell();
  }
  async #fetch(first, limit) {
    const flight = { first, last: first + limit - 1, stop: new AbortController() };
    const started = performance.now(), epoch = this.epoch;
    this.flights.add(flight);
    let rows, problem;
    try { rows = await this.load(first, limit, flight.stop.signal); } catch (error) { problem = error; }
    if (!this.flights.delete(flight) || epoch !== this.epoch) return; // dropped meanwhile
    if (!rows) { this.failed(problem); return this.#tell(true); }
    const took = performance.now() - started;
    this.trip += (took - this.trip) * (took > this.trip ? 0.5 : 0.1);
    this.seed(first, rows);
    this.#trim();
    this.arrived(first, first + rows.length - 1);
    this.#ask();
  }
  #trim() {
    const here = pageOf((this.first + this.last) / 2);
    while (this.held.size > KEPT) {
      let farthest = here;
      for (const number of this.held.keys()) if (Math.abs(number - here) > Math.abs(farthest - here)) farthest = number;
      this.held.delete(farthest);
    }
  }
  /** Resolves once every row in view is here (or could not be loaded). */
  ready() { return new Promise(done => { this.waiting.push(done); this.#tell(); }); }
  #tell(anyway) {
    if (!this.waiting.length) return;
    if (!anyway) for (let index = this.first; index <= this.last; index++) if (!this.get(index)) return;
    for (const done of this.waiting.splice(0)) done();
  }
}
