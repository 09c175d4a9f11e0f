import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';

/** The browser a message is for, as it said when it subscribed. */
export interface Receiver {
  /** Its public key on P-256, uncompressed. */
  p256dh: Uint8Array;
  auth: Uint8Array;
}

const curve = 'prime256v1';
const salt_bytes = 16;
const key_bytes = 16;
const nonce_bytes = 12;
/** A record ends with this when it is the last one (RFC 8188, 2). */
const last_record = 2;
/** Of one record. What is sent is always one: push services take no more than 4,096 bytes (RFC 8030, 7.2). */
const record_bytes = 4_096;
/** What is left for a message: a record without its head (86), the delimiter and the tag of the cipher (16). */
export const plain_bytes_max = record_bytes - 86 - 1 - 16;

/**
 * Encrypts a message so that only one browser can read it: content encoding `aes128gcm` (RFC 8188) with keys by
 * RFC 8291. Every message gets a salt and a key pair of its own; a test gives those of the RFC's example.
 */
export function encrypt(
  plain: Uint8Array,
  { p256dh, auth }: Receiver,
  salt: Uint8Array = randomBytes(salt_bytes),
  private_key?: Uint8Array,
): Buffer<ArrayBuffer> {
  if (plain.length > plain_bytes_max) throw new RangeError(`a push of ${plain.length} bytes`);
  const ours = createECDH(curve);
  if (private_key) ours.setPrivateKey(private_key);
  else ours.generateKeys();
  const our_key = ours.getPublicKey();
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, our_key]);
  const shared = derive(auth, ours.computeSecret(p256dh), info, 32);
  const key = derive(salt, shared, Buffer.from('Content-Encoding: aes128gcm\0'), key_bytes);
  const nonce = derive(salt, shared, Buffer.from('Content-Encoding: nonce\0'), nonce_bytes);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(record_bytes);
  head.writeUInt8(our_key.length, 4);
  return Buffer.concat([
    ...[salt, head, our_key],
    ...[cipher.update(plain), cipher.update(Uint8Array.of(last_record)), cipher.final(), cipher.getAuthTag()],
  ]);
}

function derive(salt: Uint8Array, secret: Uint8Array, info: Uint8Array, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, bytes));
}
