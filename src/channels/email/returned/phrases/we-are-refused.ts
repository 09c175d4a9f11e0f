import type { Phrases } from './phrase.ts';

/** Where we come from, or what we write, is not wanted. Some say so, or whom to ask about it, in passing. */
export const WE_ARE_REFUSED: readonly Phrases[] = [
  {
    reason: 'sender_refused',
    phrases: `
      your domain|ip|server|server's|host|network|mta|access|connection, your email|e-mail address
      your mail server, backscatter, ip address|range|block|reputation, ptr, rdns, reverse dns|lookup|host
      reverse-lookup, helo, ehlo, client host|ip|address, sending ip|ips|mta|server|host
      connecting ip|host|server, this host, dynamic ip|address, dial-up, dialup, generic hostname
      dns records, a/mx, mx record of, blacklist, blacklisted, blacklists, black list, black listed
      blocklist, blocklisted, blocklisting, block list, blocked using|by|for|due|-|see
      is|are|was|been blocked, _is_blocked, mail blocked, envelope blocked, rbl, rbls, rbl+, dnsbl, dnsbls
      spamhaus, spamcop, sorbs, barracuda, cloudmark, reputation, banned, suspicious, listed at|in|on|by
      listing in, geographical location, tss04, access from, aup, user complaints, complaints, abuse
      denied [shxbl], a problem occurred, administrative|administratively prohibition|prohibited
      not allowed to connect, connection not allowed, not accepting connections, bulk, mass mail
      insufficient permission, insufficient permissions, not allowed access`,
  },
  {
    reason: 'content_refused',
    phrases: `
      virus, viruses, malware, infected, phishing, spam, antispam, anti-spam, antyspamowy, antispamowy, spamtrap, spammer, spammers, ube, uce, unsolicited
      junk, junkmail, not accepted for policy
      policy reasons|violation|violations|restrictions|rejection|rejected, violates ... policy
      local|security|spam|site|content|usage policy, security policies
      denied|refused|blocked|rejected by policy, against policy
      content rejected|denied|reject|refused|policy
      message|mail|transaction|email|content ... refused|rejected|denied
      message|mail ... not accepted|allowed|permitted, header error, bad header
      invalid header|structure|data|body, mail rejete, mail rejeté, attachment, attachments, rfc 5322
      rfc5322, rfc 2822, rfc2822, header based, not rfc, rfc compliant, blocked senders`,
  },
];
