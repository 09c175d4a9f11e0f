import { hash, type KeyObject, sign as signBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { ComposedMail } from '../mime/compose.ts';
import { relaxedBody, relaxedHeader } from './canonical.ts';

/** A key that signs for a domain. Its public half stands in DNS at `<selector>._domainkey.<domain>`. */
export interface DkimKey {
  domain: string;
  selector: string;
  /** RSA, or Ed25519 (RFC 8463). */
  key: KeyObject;
}

/** Answers a `DKIM-Signature` header for each key, folded, without its end of line. */
export type Sign = (mail: ComposedMail) => Promise<string[]>;

/**
 * What is signed where it is there. Both unsubscribe headers must be, or one click is not offered (RFC 8058, 4).
 * Not Return-Path and Received: those are written on the way.
 */
const signed_headers = [
  ...['from', 'to', 'subject', 'date', 'message-id', 'in-reply-to', 'references', 'reply-to'],
  ...['mime-version', 'content-type', 'auto-submitted', 'feedback-id'],
  ...['list-unsubscribe', 'list-unsubscribe-post'],
];
/** Named once more than they are there: with a second one put before it the signature is broken (RFC 6376, 8.15). */
const only_once = ['from', 'to', 'subject', 'date', 'message-id'];

/** Where a long list of names is folded. */
const names_in_line = /.{1,70}(:|$)/g;

/** In a thread of its own: an RSA signature takes 0.6 ms of a processor. */
const signAside = promisify(signBytes) as (
  algorithm: string | null,
  data: Buffer,
  key: KeyObject,
) => Promise<Buffer>;

/**
 * Signs with each key, relaxed/relaxed. Ours, because nodemailer's signer knows no Ed25519 and takes its time: see
 * docs/decisions/0018-writing-and-signing-mail.md. A test verifies what comes out with mailauth.
 */
export function openSigner(keys: readonly DkimKey[]): Sign {
  return ({ headers, body }) => {
    const body_hash = hash('sha256', relaxedBody(body), 'base64');
    const byName = new Map(headers.map((header) => [nameOf(header), header]));
    const present = signed_headers.filter((name) => byName.has(name));
    const names = [...only_once.filter((name) => byName.has(name)), ...present];
    const canonical = present.map((name) => `${relaxedHeader(byName.get(name)!)}\r\n`).join('');
    return Promise.all(keys.map((key) => signatureOf(key, { names, canonical, body_hash })));
  };
}

function nameOf(header: string): string {
  return header.slice(0, header.indexOf(':')).toLowerCase();
}

interface Signed {
  /** Of the headers, in the order in which they are signed. */
  names: readonly string[];
  canonical: string;
  body_hash: string;
}

async function signatureOf({ domain, selector, key }: DkimKey, signed: Signed): Promise<string> {
  const rsa = key.asymmetricKeyType === 'rsa';
  const unsigned = [
    `DKIM-Signature: v=1; a=${rsa ? 'rsa' : 'ed25519'}-sha256; c=relaxed/relaxed;`,
    `d=${domain}; s=${selector};`,
    `bh=${signed.body_hash};`,
    `h=${signed.names.join(':').replace(names_in_line, '$&\r\n ').trim()};`,
    'b=',
  ].join('\r\n ');
  const data = Buffer.from(signed.canonical + relaxedHeader(unsigned));
  // RFC 8463: Ed25519 signs the hash, RSA hashes by itself.
  const signature = rsa
    ? await signAside('sha256', data, key)
    : await signAside(null, hash('sha256', data, 'buffer'), key);
  return unsigned + signature.toString('base64').replace(/.{70}(?=.)/g, '$&\r\n ');
}
