/** Makes a button show and hide what stands in a field for a password. */
export function reveals(button, field) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const shows = field.type === 'password';
    field.type = shows ? 'text' : 'password';
    button.textContent = shows ? 'Hide' : 'Show';
    button.setAttribute('aria-pressed', String(shows));
  });
}
