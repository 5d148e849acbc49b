// Finds a row far away without asking for all of them: row numbers only grow along a list, so a few windows are enough.

const WINDOW = 128; // rows
const GUESSES = 3; // by proportion; after these the rest is halved

/**
 * The first row of a list whose number is at least this one.
 * @param {import('../api.js').DraftRequests} requests
 * @param {{view: number, count: number}} list
 * @param {number} wanted a row's number
 * @param {number} last a number that no row exceeds
 * @returns {Promise<Object | null>} the row, with its `offset`
 */
export async function rowFrom(requests, { view, count }, wanted, last) {
  let low = 0, high = count; // offsets: before `low` numbers are smaller, from `high` on they are not
  let least = 1, most = last + 1; // numbers at these places
  for (let turn = 0; low < count; turn++) {
    const offset = guess(turn);
    const { rows } = await requests.rows(view, offset, WINDOW);
    const hit = rows.find(row => row.row >= wanted);
    if (!rows.length) return null;
    if (hit && (hit !== rows[0] || offset === low)) return hit;
    if (hit) { high = offset; most = hit.row; } else { low = offset + rows.length; least = rows.at(-1).row; }
  }
  return null;

  function guess(turn) {
    if (high - low < WINDOW) return low;
    const part = turn < GUESSES ? (wanted - least) / Math.max(1, most - least) : 0.5;
    const middle = low + Math.round((high - low) * part) - WINDOW / 2;
    return Math.max(low, Math.min(middle, high - WINDOW + 1));
  }
}

/**
 * The nearest faulty row after (or before) a row, going round at the end.
 * @param {{view: number, count: number}} list of faulty rows only
 * @returns {Promise<Object | null>}
 */
export async function nearestProblem(requests, list, { number, direction, last }) {
  if (!list.count) return null;
  const after = await rowFrom(requests, list, direction > 0 ? number + 1 : number, last);
  const offset = direction > 0 ? after?.offset ?? 0 : ((after?.offset ?? list.count) + list.count - 1) % list.count;
  if (after?.offset === offset) return after;
  return (await requests.rows(list.view, offset, 1)).rows[0] ?? null;
}

/**
 * The nearest faulty row among those that are here.
 * @param {{total: number, pages: {get: function(number): Object}}} grid
 * @returns {Object | null | undefined} the row with its offset; null: there is none in the list; undefined: can't tell
 */
export function nearestProblemHere({ total, pages }, from, direction) {
  for (let step = 1; step <= total; step++) {
    const index = (from + direction * step + total * 2) % total, row = pages.get(index);
    if (!row) return undefined;
    if (row.issues.length) return { ...row, offset: index };
  }
  return null;
}
