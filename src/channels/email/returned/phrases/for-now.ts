import type { Phrases } from './phrase.ts';

/**
 * What stands in the way is not the address. Said beside a code of "no such mailbox" (many mail systems answer 5.1.1 or
 * 550 to everything), these words are believed and not the code.
 */
export const FOR_NOW: readonly Phrases[] = [
  {
    reason: 'mailbox_full',
    phrases: `
      mailbox full, mailbox is full, full mailbox, inbox full, inbox is full, mail box full, mail box is full
      mailfolder is full, account is full, mailbox ... is full, has filled, mailbox ... full
      over quota, overquota, over-quota, over the quota, over ... quota, quota exceeded, quota full, quota violation
      exceed|exceeds|exceeded|exceeding ... quota, quota ... exceeded, not enough quota, disk|mail|storage|mailbox quota
      mailbox|account|user|recipient ... exceeded ... limit, mailbox|account ... size limit, mailbox size, mailbox exceeds
      out of storage|space|disk, insufficient storage|space|disk|system, not enough storage|space|disk, no space left, disk full, disk space
      storage limit|space|full|exceeded, lack of space, space allotted, allotted space, too much mail data
      has reached its limit, has reached their limit, exceeded the local limit, limit of the mailbox, maximum allowed ... quota, recipient storage full`,
  },
  {
    reason: 'mailbox_disabled',
    phrases: `
      account|mailbox|user|recipient|recipients|address|customer|subscriber ... disabled|deactivated|suspended|inactive|locked|frozen
      account|mailbox|user|recipient|customer ... terminated|expired, account|mailbox|user ... on hold, mailbox|user ... not active
      no longer accepts|receives mail, mailbox unavailable or access denied, invalid/inactive user
      account|mailbox|user ... temporarily unavailable, account|mailbox|user ... temporarily limited
      disabled|suspended|inactive|deactivated|dormant|locked|closed ... account|mailbox|user|recipient|customer
      has been disabled|suspended|deactivated|locked|discontinued, deactivated mailbox, is not activated, temporarily|temporary disabled, not been activated`,
  },
  {
    reason: 'sender_refused',
    phrases: `
      relay|relaying ... denied|prohibited|refused|rejected|restricted, relay|relaying ... not permitted|allowed|authorized
      unable|refused|permitted|allowed to relay, we do not relay, no relaying, insecure mail relay, not a gateway
      allowed rcpthosts, not configured to relay, this system is not configured
      spf, dkim, dmarc, sender policy framework, not authenticated, unauthenticated, must authenticate
      authentication required|failed|checks|is, , sender authentication
      sender address|domain|rejected|denied|verify|unknown|ip|is|not|was|has, unknown|invalid|bad sender, sender ... does not exist, sender ... doesn't exist
      domain of sender, return path, envelope from, from address|domain, from: domain, reverse path, reverse-path
      your domain|ip|server|host|network, your email|e-mail address, your mail server, backscatter
      ptr, rdns, reverse dns|lookup|host, reverse-lookup, helo, ehlo, client host|ip|address, sending ips
      blacklist, blacklisted, black list, blocklist, block list, blocked using|by|for|due, is|are|was|been blocked
      rbl, rbls, dnsbl, spamhaus, spamcop, sorbs, reputation, banned, suspicious
      virus, malware, infected, phishing, spam, ube, uce, unsolicited, junk, not accepted for policy, policy reasons|violation|violations|restrictions|rejection
      , violates ... policy, local|security|spam|site policy
      are not member, not a member, members only, not allowed|permitted|authorized to post|send, can't post, may not post
      permission to post, permissions to post, does not accept mail from, not accept ... from, e2110, null sender
      registered gateway user, batv, restricted to, only accepts ... from, allowed senders`,
  },
  {
    reason: 'refused_after_reading',
    phrases: `
      only accepting mail from, is not accepting any mail, recipient preferences, user rules, message filtered
      refuse to receive mail, blocked by the recipient, restricted sms, account is protected by`,
  },
  {
    reason: 'too_large',
    phrases: `
      message|mail|size ... too large|big, message size, message exceeds, exceeds maximum|size, size limit
      fixed maximum, message length exceeds, larger than the, maximum message`,
  },
  {
    reason: 'too_many',
    phrases: `
      receiving mail at a rate, too many, too much mail, too fast, too quickly, rate limit|limited|limits, ratelimit, throttled, throttling
      greylisted, greylisting, graylisted, grey-listed, connection limit|rate, deferred, try again later, retry later
      limit exceeded, hourly|daily limit`,
  },
  {
    reason: 'server_error',
    phrases: `
      couldn't|can't|cannot|unable create, couldn't|can't|cannot open, mailer error, local configuration error
      command died, command failed, exit status, pipe to, i/o error, permission denied, system error, internal error
      local error, file system, configuration error, resources unavailable, out of memory`,
  },
  {
    reason: 'unreachable',
    phrases: `
      timed out, timeout, time out, connection refused|reset|dropped|closed|lost|failed, lost connection, bad connection
      could not connect, couldn't|cannot connect, unable to connect, no route to host, network is unreachable, network unreachable
      host unreachable, socket error, did not respond, not responding, no response, unable to contact
      message|envelope expired, retry time, retry timeout, queue too long, too long in|on the queue, delivery time expired
      not been able to deliver, has been in the queue, not yet been delivered, time limit exceeded
      hop count, too many hops, mail loop, mail loops, loops back, routing loop, loop detected, forwarding loop
      unverified address, address verification, temporary failure in name, not found try again, name server reply, dns failure, temporary lookup failure, server failure`,
  },
];
