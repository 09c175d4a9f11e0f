import { domainToASCII } from 'node:url';
import { displayName } from './headers.ts';

/** Where a mail goes or comes from. */
export interface Mailbox {
  /** The domain in ASCII; the part before it may have other letters (then only SMTPUTF8 can carry the mail). */
  address: string;
  /** As a header says it: `<a@b>`, or with its name before it. */
  header: string;
}

/** RFC 5321, 4.5.3.1, in octets. */
const local_length_max = 64;
const address_length_max = 254;

/** One address and nothing that could add a second one or a header. */
const shape = /^([^\s@<>()[\]\\,;:"\p{C}]+)@([^\s@<>()[\]\\,;:"\p{C}]+)$/u;

const host_name = /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/;

/** Reads one address, without a name. Null when no mail server would take it. */
export function mailbox(given: string, name = ''): Mailbox | null {
  const [, local, host] = shape.exec(given.trim()) ?? [];
  if (!local || !host || /^\.|\.\.|\.$/.test(local)) return null;
  const domain = domainToASCII(host);
  const address = `${local}@${domain}`;
  if (Buffer.byteLength(local) > local_length_max || Buffer.byteLength(address) > address_length_max)
    return null;
  if (!host_name.test(domain)) return null;
  return { address, header: name === '' ? `<${address}>` : `${displayName(name)} <${address}>` };
}

/** Reads a sender: an address, or `Name <address>`. Throws when it is neither; settings are read at the start. */
export function senderMailbox(from: string): Mailbox {
  const named = /^([^<>]*)<([^<>]+)>\s*$/.exec(from);
  const sender = named ? mailbox(named[2]!, named[1]!.trim().replace(/^"(.*)"$/, '$1')) : mailbox(from);
  if (!sender) throw new Error('the sender is no mail address');
  return sender;
}
