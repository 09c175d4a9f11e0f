// A page that is made to be printed has a button for it, where there is something to press it with.

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
