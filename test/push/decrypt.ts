import { createDecipheriv, type ECDH, hkdfSync } from 'node:crypto';

/**
 * What a browser does with a push (RFC 8291, 3.4 and RFC 8188, 2.1), written from its side of the key exchange. Throws
 * when it was not meant for these keys, was changed on the way, or is no single record.
 */
export function decrypt(body: Uint8Array, browser: ECDH, auth: Uint8Array): Buffer {
  const bytes = Buffer.from(body);
  const salt = bytes.subarray(0, 16);
  const record_bytes = bytes.readUInt32BE(16);
  const key_end = 21 + bytes.readUInt8(20);
  const sender_key = bytes.subarray(21, key_end);
  const record = bytes.subarray(key_end);
  if (record.length > record_bytes) throw new Error('more than one record');
  const expand = (secret: Uint8Array, with_salt: Uint8Array, info: Uint8Array, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, with_salt, info, length));
  const keys = [Buffer.from('WebPush: info\0'), browser.getPublicKey(), sender_key];
  const shared = expand(browser.computeSecret(sender_key), auth, Buffer.concat(keys), 32);
  const key = expand(shared, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = expand(shared, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  const end = padded.findLastIndex((byte) => byte !== 0);
  if (padded[end] !== 2) throw new Error('not the last record');
  return padded.subarray(0, end);
}
