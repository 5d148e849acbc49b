// The eight columns in the order of aria-colindex: the row's key, the CSS class, the heading, and what an empty field
// of a phone's card says.

export const COLUMNS = [
  { key: 'row', style: 'no', heading: 'ROW' },
  { key: 'status', style: 'st', heading: 'STATUS' },
  { key: 'first_name', style: 'f', heading: 'FIRST NAME', placeholder: 'First name' },
  { key: 'last_name', style: 'l', heading: 'LAST NAME', placeholder: 'Last name' },
  { key: 'name', style: 'n', heading: 'NAME', placeholder: 'Name' },
  { key: 'email', style: 'e', heading: 'EMAIL', placeholder: 'Email' },
  { key: 'role', style: 'role', heading: 'ROLE' },
  { key: 'delete', style: 'del', heading: '', label: 'Delete' },
];

// FIRST to ROLE can be edited
export const NUMBER = 0, STATUS = 1, FIRST = 2, EMAIL = 5, ROLE = 6, DELETE = 7;

export const columnOf = field => COLUMNS.findIndex(column => column.key === field);
export const canEdit = column => column >= FIRST && column <= ROLE;
export const clamp = (value, least, most) => Math.max(least, Math.min(most, value));
