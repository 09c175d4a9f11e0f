// Buttons that use a passkey: `data-passkey="sign_in"` or `"add"`. They show themselves only where the browser can,
// which on an address of digits (http://127.0.0.1) it cannot: a passkey belongs to a name.
const can =
  window.PublicKeyCredential?.parseRequestOptionsFromJSON !== undefined &&
  !/^[\d.]+$|^\[/.test(location.hostname);

async function ask(address, body) {
  const post = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
  const answer = await fetch(address, body && post);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function signIn(path) {
  const options = await ask(`${path}/generate-authenticate-options`);
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = await navigator.credentials.get({ publicKey });
  await ask(`${path}/verify-authentication`, { response: credential.toJSON() });
}

async function add(path) {
  const options = await ask(`${path}/generate-register-options`);
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const credential = await navigator.credentials.create({ publicKey });
  await ask(`${path}/verify-registration`, { response: credential.toJSON() });
}

for (const place of can ? document.querySelectorAll('[data-passkey]') : []) {
  const { passkey, path, back } = place.dataset;
  const button = place.querySelector('button');
  const problem = place.querySelector('[role=alert]');
  place.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    problem.hidden = true;
    try {
      await (passkey === 'add' ? add(path) : signIn(path));
      location.assign(back);
    } catch {
      // Turned away by its owner as often as by us: either way there is one thing to say.
      problem.hidden = false;
      button.disabled = false;
    }
  });
}
