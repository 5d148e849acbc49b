// One spreadsheet on its way to the server. The same key for every attempt: however often it is sent, it makes one draft.
import { refusal, uploadPath } from '../api.js';
import { uuid } from '../random.js';

const PAUSES = [1, 2, 4, 8, 15]; // s between attempts after a lost connection

/**
 * @typedef {{progress: function(number): void, reading: function(): void, waiting: function(number): void}} Watcher
 *   progress: the part sent, 0 to 1; reading: all was sent; waiting: seconds until the next attempt
 */

export class Sending {
  #key = uuid();
  #isCancelled = false;

  /** @param {string} account @param {File} file @param {Watcher} watcher */
  constructor(account, file, watcher) { Object.assign(this, { account, file, watcher }); }

  /**
   * @returns {Promise<Object | null>} the draft; null when it was cancelled
   * @throws {import('../api.js').Refusal} or null as the error when the connection stays away
   */
  async run() {
    for (const pause of [...PAUSES, null]) {
      const answer = await this.#attempt();
      if (this.#isCancelled) return null;
      if (answer.status >= 200 && answer.status < 300) return JSON.parse(answer.text);
      const refused = answer.status ? refusal(answer.status, answer.text, answer.retryAfter) : null;
      if ((refused && !refused.isPassing) || pause === null) throw refused;
      const seconds = refused?.retryAfter || pause;
      this.watcher.waiting(seconds);
      await this.#wait(seconds);
      if (this.#isCancelled) return null;
    }
  }
  cancel() {
    this.#isCancelled = true;
    this.request?.abort();
    this.wake?.();
  }
  #wait(seconds) {
    return new Promise(done => {
      this.wake = done;
      setTimeout(done, seconds * 1000);
      addEventListener('online', done, { once: true });
    });
  }
  /** @returns {Promise<{status: number, text: string, retryAfter: string | null}>} status 0: no answer came */
  #attempt() {
    return new Promise(done => {
      const request = this.request = new XMLHttpRequest(); // fetch tells nothing about what was sent
      request.open('PUT', uploadPath(this.account, this.#key));
      request.setRequestHeader('Accept', 'application/json');
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.setRequestHeader('Content-Disposition', `attachment; filename*=UTF-8''${encoded(this.file.name)}`);
      request.upload.onprogress = event => this.watcher.progress(event.loaded / Math.max(1, event.total));
      request.upload.onload = () => this.watcher.reading();
      request.onloadend = () => done({
        status: request.status, text: request.responseText,
        retryAfter: request.status ? request.getResponseHeader('Retry-After') : null,
      });
      request.send(this.file);
    });
  }
}

/** RFC 8187: what encodeURIComponent leaves and a header's value must not have. */
const encoded = name => encodeURIComponent(name).replace(/['()*]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
