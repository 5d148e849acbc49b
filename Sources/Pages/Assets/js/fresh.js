// A page that comes back with Back shows what is true now, and nothing at all to somebody who signed out: it is hidden
// while it rests in the browser's memory, and asked for anew when it returns.
addEventListener('pagehide', event => {
  if (event.persisted) document.body.hidden = true;
});
addEventListener('pageshow', event => {
  if (event.persisted) location.reload();
});
