// The keyboard, explained.
import { button, make } from '../dom.js';
import { dialog } from '../dialog.js';

const KEYS = [
  ['↑ ↓ ← →', 'Move between cells'],
  ['Ctrl Home|Ctrl End', 'First or last row'],
  ['Enter|F2', 'Edit; Enter again saves and moves down'],
  ['Esc', 'Leave the cell unchanged'],
  ['Tab', 'While editing: save and move right'],
  ['F8|Shift F8', 'Next or previous problem'],
  ['Ctrl .', 'Use the suggested correction, or choose among several'],
  ['Ctrl Z', 'Undo'],
  ['Ctrl Shift Z|Ctrl Y', 'Redo'],
  ['Alt ↓', 'Open the list of roles (or type U or A)'],
  ['Delete', 'Clear the cell'],
  ['Ctrl Delete', 'Delete the row'],
];

export function showKeys() {
  const lines = KEYS.flatMap(([keys, meaning]) => [
    make('dt', null, keys.split('|').map(text => make('kbd', { text }))), make('dd', { text: meaning }),
  ]);
  return dialog({
    title: 'Keyboard shortcuts', body: make('dl.keys', null, lines),
    foot: close => button('Close', () => close(), { classes: 'btn.primary' }),
  });
}
