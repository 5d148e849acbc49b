// Where a spreadsheet goes in: the zone to drop it, with the button for everybody else.
import { button, icon, make } from '../dom.js';

const LEAVING = 60; // ms: moving over a child leaves the parent for a moment

/** @param {function(File): void} take */
export class Drop {
  constructor(take) {
    this.input = make('input.vh', { type: 'file', accept: '.xlsx,.xlsm,.ods,.csv,.tsv,.txt', tabIndex: -1, 'aria-hidden': 'true' });
    this.input.addEventListener('change', () => {
      const [file] = this.input.files;
      this.input.value = ''; // the same file can be chosen again
      if (file) take(file);
    });
    this.button = button('Upload', () => this.input.click(), { classes: 'btn.primary' });
    this.zone = make('div.drop', null, icon('upload', 'big'), make('p', null, make('strong', { text: 'Drop your spreadsheet here' })), this.button,
      make('p.hint', { text: 'Excel (.xlsx), OpenDocument (.ods), CSV or TSV · up to 256 MB, 1,048,576 rows' }));
    this.take = take;
  }
  /** A file may be let go anywhere over this element. */
  listen(host) {
    for (const type of ['dragenter', 'dragover', 'dragleave', 'drop']) host.addEventListener(type, event => this.#drag(event));
  }
  #drag(event) {
    event.preventDefault();
    clearTimeout(this.leaving);
    if (event.type === 'dragleave') this.leaving = setTimeout(() => this.zone.classList.remove('over'), LEAVING);
    else this.zone.classList.toggle('over', event.type !== 'drop');
    const file = event.type === 'drop' && this.zone.isConnected && event.dataTransfer.files[0];
    if (file) this.take(file);
  }
}
