// Characters, as the server's rules see them (Scalar+Kinds.swift, TidiedText.swift).

export const BLANK = /\p{White_Space}/u;
/** Nothing to see: controls, zero-width characters, marks of direction, byte order marks. */
export const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;
const NO_BREAK_SPACE = /[\u00a0\u2007\u202f]/g;
const LINE_END = / ?[\t\n\v\f\r\x85\u2028\u2029]+/g;
const CONTROL = /\p{Cc}/gu;
const UNSEEN = String.raw`\p{White_Space}\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}`;
const KEPT = String.raw`\u061c\u200c-\u200f\u202a-\u202e\u2066-\u2069`; // marks of direction and joiners
const ends = set => new RegExp(`^${set}+|${set}+$`, 'gv');
const UNSEEN_ENDS = ends(`[${UNSEEN}]`), EMPTY_ENDS = ends(`[[${UNSEEN}]--[${KEPT}]]`);

/** Without blanks and invisible characters at either end. */
export const trimmed = text => text.replace(UNSEEN_ENDS, '');

/** A cell's text as it is kept: no controls, line ends and no-break spaces made spaces, nothing invisible at the ends. */
export function tidyText(text) {
  const plain = text.replace(NO_BREAK_SPACE, ' ').replace(LINE_END, ' ').replace(CONTROL, '');
  return trimmed(plain) ? plain.replace(EMPTY_ENDS, '') : '';
}

export const octets = text => new TextEncoder().encode(text).length;

/** Each character lower-cased by itself, in NFC. */
export function lowered(text) {
  return Array.from(text.normalize('NFC'), character => [...character.toLowerCase()][0]).join('').normalize('NFC');
}
