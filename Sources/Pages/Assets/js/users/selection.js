// Who is selected: some users by their numbers, or all that match a filter except some. It is kept for the tab, so that
// it outlives paging, searching and a look at one user.

/** @typedef {{search?: string, role?: string, draft?: number, welcome?: string}} Filter */

export class Selection {
  #state;

  /** @param {{account: string, filter: Filter, total: number}} list what the page shows a part of */
  constructor(list) {
    this.list = list;
    this.key = `selected:${list.account}`;
    this.listeners = [];
    this.#state = this.#stored();
  }
  onchange(listener) { this.listeners.push(listener); }

  /** How many users are meant, as far as this page knows. */
  get size() {
    const { ids, except, total } = this.#state;
    return ids ? ids.size : total - except.size;
  }
  /** All that match, over every page. */
  get isWhole() { return !this.#state.ids && !this.#state.except.size; }

  /** @param {{id: number, draft: number | null}} user */
  has(user) {
    const { ids, except } = this.#state;
    return ids ? ids.has(user.id) : this.#matches(user) && !except.has(user.id);
  }
  /** Whether somebody can be selected beside those who are: a filter takes nobody in who doesn't match it. */
  takes(user) { return Boolean(this.#state.ids) || this.#matches(user); }

  /** @param {{id: number, draft: number | null}[]} users @param {boolean} isOn */
  set(users, isOn) {
    const { ids, except } = this.#state;
    for (const user of users) {
      if (!this.takes(user)) continue;
      if (Boolean(ids) === isOn) (ids ?? except).add(user.id);
      else (ids ?? except).delete(user.id);
    }
    this.#changed();
  }
  setAll(filter, total) { this.#state = { filter, except: new Set(), total }; this.#changed(); }
  clear() { this.#state = { ids: new Set() }; this.#changed(); }

  /** As the API wants it. */
  get request() {
    const { ids, filter, except } = this.#state;
    return ids ? { ids: [...ids] } : { filter, except: [...except] };
  }

  #matches({ draft }) {
    const { filter } = this.#state;
    return includes(filter, this.list.filter) || isImport(filter) && filter.draft === draft;
  }
  #changed() {
    if (!this.size) this.#state = { ids: new Set() };
    const { ids, filter, except, total } = this.#state;
    sessionStorage.setItem(this.key, JSON.stringify(ids ? { ids: [...ids] } : { filter, except: [...except], total }));
    for (const listener of this.listeners) listener();
  }
  /** What was selected before this page; nothing, if this page could not show it truly. */
  #stored() {
    const { ids, filter, except, total } = JSON.parse(sessionStorage.getItem(this.key)) ?? { ids: [] };
    if (ids) return { ids: new Set(ids) };
    const isSame = includes(filter, this.list.filter) && includes(this.list.filter, filter);
    const isKnown = includes(filter, this.list.filter) || isImport(filter);
    return isKnown ? { filter, except: new Set(except), total: isSame ? this.list.total : total } : { ids: new Set() };
  }
}

/** Whether everybody who matches the narrow filter matches the wide one too. */
const includes = (wide, narrow) => Object.entries(wide).every(([field, value]) => narrow[field] === value);
/** A row tells by itself from which import it came. */
const isImport = filter => Object.keys(filter).join() === 'draft';
