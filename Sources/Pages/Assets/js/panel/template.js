// Step 1: the template, and what goes into its columns.
import { icon, make } from '../dom.js';

const COLUMNS = [
  ['FIRST NAME, LAST NAME, NAME', 'At least one of the three.'],
  ['EMAIL', 'Required. Not used by another user in this account.'],
  ['ROLE', 'User or Account Admin. Empty means User.'],
];

export function templateStep() {
  return [
    make('a.tpl', { href: '/template.xlsx', download: '' },
      make('span.x', null, icon('sheet', 'l')),
      make('span.grow', null, make('u', { text: 'Spreadsheet template' }),
        make('span.hint', { text: 'Excel workbook with the five headings and the list of roles' })),
      icon('download', 'l')),
    make('details.more', null, make('summary', { text: 'What goes in each column' }),
      make('dl.cols', null, COLUMNS.flatMap(([heading, rule]) => [make('dt', { text: heading }), make('dd', { text: rule })]))),
    make('p.hint', { text: 'Have a list already? Use it as it is: other headings can be matched next.' }),
  ];
}
