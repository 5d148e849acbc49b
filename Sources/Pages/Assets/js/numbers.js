// Numbers, sizes and times as people read them.

const whole = new Intl.NumberFormat('en');
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

export const count = number => whole.format(number);

/** Short enough for a narrow screen: 12,480 or, there, 12.5K. */
export const countShort = number => (number >= 10_000 && innerWidth < 720 ? compact : whole).format(number);

/** `plural(2, 'user')` is "2 users". */
export const plural = (number, one, many = `${one}s`) => `${count(number)} ${number === 1 ? one : many}`;

export function fileSize(bytes) {
  if (bytes >= 2 ** 20) return `${(bytes / 2 ** 20).toFixed(bytes < 10 * 2 ** 20 ? 1 : 0)} MB`;
  return `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

/** "today at 14:05", "yesterday at 9:12", "18 November at 14:05". */
export function moment(milliseconds, now = new Date()) {
  const date = new Date(milliseconds);
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  if (milliseconds >= midnight) return `today at ${time}`;
  if (milliseconds >= midnight - 24 * 3600e3) return `yesterday at ${time}`;
  return `${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })} at ${time}`;
}

/** Hours, as people count them: "7 days", "36 hours". */
export const lifetime = hours => hours % 24 ? plural(hours, 'hour') : plural(hours / 24, 'day');
