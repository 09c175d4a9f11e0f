import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A key that signs mails for a domain. */
export interface DkimSettings {
  domain: string;
  selector: string;
  /** RSA or Ed25519. */
  key: KeyObject;
}

const rsa_bits_min = 1_024;

const selector = z
  .string()
  .regex(
    /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i,
    'must be a name in DNS such as mail1',
  )
  .max(63, 'must have at most 63 characters')
  .optional();
const private_key = z.string().optional();

export const dkimFields = {
  DKIM_DOMAIN: z
    .string()
    .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]+$/i, 'must be a domain such as shop.example')
    .transform((value) => value.toLowerCase())
    .optional(),
  DKIM_SELECTOR: selector,
  DKIM_PRIVATE_KEY: private_key,
  DKIM_SELECTOR_2: selector,
  DKIM_PRIVATE_KEY_2: private_key,
};

interface Values {
  DKIM_DOMAIN?: string | undefined;
  DKIM_SELECTOR?: string | undefined;
  DKIM_PRIVATE_KEY?: string | undefined;
  DKIM_SELECTOR_2?: string | undefined;
  DKIM_PRIVATE_KEY_2?: string | undefined;
  MAIL_FROM: string;
}

/**
 * The keys that sign, none when nothing is set; `mistakes` is empty when the settings make sense together. A key is
 * PEM text or the path of a file that holds it: read here, so that a wrong one stops the start and not a mail.
 */
export function readDkim(values: Values): { dkim: DkimSettings[]; mistakes: string[] } {
  const domain = values.DKIM_DOMAIN;
  const pairs = [
    { suffix: '', selector: values.DKIM_SELECTOR, key: values.DKIM_PRIVATE_KEY },
    { suffix: '_2', selector: values.DKIM_SELECTOR_2, key: values.DKIM_PRIVATE_KEY_2 },
  ];
  const given = pairs.filter(({ selector, key }) => selector !== undefined || key !== undefined);
  if (domain === undefined && given.length === 0) return { dkim: [], mistakes: [] };
  const mistakes: string[] = [];
  if (domain === undefined) mistakes.push('DKIM_DOMAIN must be set: the signatures are for a domain.');
  else if (!aligned(domain, values.MAIL_FROM)) {
    mistakes.push(
      'DKIM_DOMAIN must be the domain of MAIL_FROM or one above it: others would not count for it.',
    );
  }
  if (given.length === 0) mistakes.push('DKIM_SELECTOR and DKIM_PRIVATE_KEY must be set with DKIM_DOMAIN.');
  const dkim = given.flatMap(({ suffix, selector, key: text }) => {
    if (selector === undefined || text === undefined) {
      mistakes.push(`DKIM_SELECTOR${suffix} and DKIM_PRIVATE_KEY${suffix} must be set together.`);
      return [];
    }
    const key = readKey(text);
    if (key && domain !== undefined) return [{ domain, selector, key }];
    if (!key) mistakes.push(`DKIM_PRIVATE_KEY${suffix} ${key_rule}`);
    return [];
  });
  if (values.DKIM_SELECTOR !== undefined && values.DKIM_SELECTOR === values.DKIM_SELECTOR_2) {
    mistakes.push('DKIM_SELECTOR_2 must differ from DKIM_SELECTOR: DNS holds one key at a name.');
  }
  return { dkim, mistakes };
}

const key_rule = `must be a private key (RSA of at least ${rsa_bits_min} bits, or Ed25519) as PEM, or the path of a file with one.`;

/** DMARC counts a signature of the sender's domain, or of one above it (relaxed alignment). */
function aligned(domain: string, mail_from: string): boolean {
  const sender = /@([^@<>\s]+)>?\s*$/.exec(mail_from)?.[1]?.toLowerCase() ?? '';
  return sender === domain || sender.endsWith(`.${domain}`);
}

function readKey(text: string): KeyObject | null {
  try {
    // In an environment a line often cannot end, so its end is written out.
    const pem = text.includes('-----BEGIN') ? text.replaceAll('\\n', '\n') : readFileSync(text, 'utf8');
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
    const bits = key.asymmetricKeyType === 'rsa' ? (key.asymmetricKeyDetails?.modulusLength ?? 0) : 0;
    return bits >= rsa_bits_min ? key : null;
  } catch {
    return null;
  }
}
