// Starts the worker (worker.js), which keeps a copy of the list of orders for when there is no network. On an order's
// page push.js does it.

const { worker } = document.getElementById('orders').dataset;
// In private windows and where the reader forbids it there are no copies.
navigator.serviceWorker?.register(worker, { updateViaCache: 'none' }).catch(() => {});
