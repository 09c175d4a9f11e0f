// The page behind a link in a mail: presses its one button, so that a reader with scripts sees no extra step.
// Not while the page is only being prepared or shown to nobody: a preview must open nothing.
const form = document.querySelector('form[data-open]');

function open() {
  if (document.visibilityState === 'visible' && !document.prerendering) form.requestSubmit();
  else document.addEventListener('visibilitychange', open, { once: true });
}

// Coming back to this page with the back button means leaving the order: do not push the reader in again.
const [navigation] = performance.getEntriesByType('navigation');
if (navigation?.type === 'navigate') open();
