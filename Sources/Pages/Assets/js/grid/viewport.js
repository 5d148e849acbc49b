// Scroll position ↔ place in the list. Browsers cap an element's height, so above CAP the thumb stands in proportion.
// Wheel, touch and keys still move the rows pixel by pixel: `shift` stays as it is, and is put right when nobody scrolls.
import { clamp } from './columns.js';

export const CAP = 15_000_000; // px
const EDGE = 150_000; // px at both ends that are never stretched
const REST = 200; // ms without a scroll event

export class Viewport {
  top = 0; // px from the start of the list: the truth
  native = 0; // the element's own scrollTop, as last seen or set
  shift = 0; // top − native, whole pixels; always 0 below the cap
  longest = 0; // the largest top
  span = 0; // the largest scrollTop
  height = 0;
  rowHeight = 0;
  #wheeled = -1e9;

  /** @param {function(): void} moved called at most once a frame */
  constructor(element, body, moved) {
    Object.assign(this, { element, body, moved });
    const passive = { passive: true };
    element.addEventListener('scroll', () => {
      this.frame ||= requestAnimationFrame(() => { this.frame = 0; this.read(); moved(); });
    }, passive);
    element.addEventListener('wheel', () => { this.#wheeled = performance.now(); }, passive);
    for (const type of ['touchstart', 'touchend', 'touchcancel']) {
      element.addEventListener(type, event => { this.held = event.touches.length > 0; }, passive);
    }
  }

  resize(total, rowHeight, height) {
    const full = total * rowHeight + 8, pixels = Math.min(full, CAP);
    Object.assign(this, { rowHeight, height, longest: Math.max(0, full - height), span: Math.max(0, pixels - height) });
    if (this.pixels !== pixels) this.body.style.height = `${this.pixels = pixels}px`;
    this.leap = Math.max(4 * height, pixels / height / 4); // one pixel of thumb is further than this; wheel and touch are not
    if (this.isScaled || this.shift || this.top > this.longest) this.scrollTo(this.top);
  }
  get isScaled() { return this.longest > this.span; }
  get firstRow() { return Math.floor(this.top / this.rowHeight); }
  yOf(index) { return index * this.rowHeight - this.shift; }

  // Thumb position → place: 1:1 within EDGE of either end, in proportion between.
  #place(thumb) {
    const { span, longest } = this;
    if (thumb <= EDGE) return thumb;
    if (thumb >= span - EDGE) return longest - (span - thumb);
    return EDGE + (thumb - EDGE) * (longest - 2 * EDGE) / (span - 2 * EDGE);
  }
  #thumb(place) {
    const { span, longest } = this;
    if (place <= EDGE) return place;
    if (place >= longest - EDGE) return span - (longest - place);
    return EDGE + (place - EDGE) * (span - 2 * EDGE) / (longest - 2 * EDGE);
  }

  /** The person scrolled. */
  read() {
    const now = this.element.scrollTop, moved = now - this.native;
    if (!moved) return;
    this.native = now;
    if (!this.isScaled) { this.top = now; this.shift = 0; return; }
    const byThumb = Math.abs(moved) > this.leap && performance.now() - this.#wheeled > REST;
    if (byThumb) this.shift = Math.round(this.#place(now) - now);
    this.top = now + this.shift;
    if (this.top < 0 || this.top > this.longest) {
      this.top = clamp(this.top, 0, this.longest);
      this.shift = Math.round(this.top - now);
    }
    // At an end of the scrollbar but not of the list: make room at once, else when it is calm.
    const isStuck = (now <= 1 && this.top > 1) || (now >= this.span - 1 && this.top < this.longest - 1);
    if (isStuck || Math.abs(this.#thumb(this.top) - now) > EDGE) this.#settle();
    else this.#settleLater();
  }
  #settleLater() {
    clearTimeout(this.calm);
    this.calm = setTimeout(() => {
      if (this.held) this.#settleLater();
      else if (this.#settle()) this.moved();
    }, REST);
  }
  /** Brings the thumb to its true place without moving a row; in whole pixels, so no error adds up. */
  #settle() {
    const wanted = clamp(Math.round(this.#thumb(this.top)), 0, this.span) + this.top % 1;
    if (!this.isScaled || Math.abs(wanted - this.native) < 1) return false;
    this.shift = Math.round(this.top - wanted);
    this.element.scrollTop = this.native = this.top - this.shift;
    return true;
  }

  /** Scrolls for the program: keys, search, next problem. */
  scrollTo(top) {
    this.top = clamp(Math.round(top), 0, Math.floor(this.longest));
    let thumb = this.top - this.shift;
    if (!this.isScaled) thumb = this.top;
    else if (thumb < 0 || thumb > this.span || Math.abs(thumb - this.native) > this.leap) thumb = Math.round(this.#thumb(this.top));
    else this.#settleLater();
    this.shift = this.top - thumb;
    this.element.scrollTop = this.native = thumb;
  }
  /** The least movement that brings a row fully into view; true if there was any. */
  show(index) {
    const y = index * this.rowHeight;
    if (y < this.top) this.scrollTo(y);
    else if (y + this.rowHeight > this.top + this.height) this.scrollTo(y + this.rowHeight - this.height + 4);
    else return false;
    return true;
  }
}
