import type { Phrases } from './phrase.ts';

/**
 * What stands in the way is not that the address is wrong. Said beside a code of "no such mailbox", or even those words
 * (many mail systems answer 5.1.1 or 550 to everything), these are believed.
 */
export const FOR_NOW: readonly Phrases[] = [
  {
    reason: 'mailbox_full',
    phrases: `
      mailbox|inbox|account|mailfolder|folder|maildir|box|storage full, {mailbox} ... is full
      full mailbox|inbox, has filled, mailbox ... full, {recipient} is over, recipient storage full
      mail box full, mailfolder is full, destination mailbox ... full, over quota, overquota, over-quota
      over the quota, over ... quota, quota exceeded, quota full, quota violation
      exceed|exceeds|exceeded|exceeding|exeeded ... quota, quota ... exceeded|exeeded|reached|limit
      not enough quota, disk|mail|storage|mailbox quota, user|mailbox|email|account quota
      {mailbox} ... exceeded|exeeded|exceeds|exceed|exceeding ... limit|size|storage
      mailbox|account|storage ... size limit, mailbox size, mailbox limit
      exceeded|exceeds|exhausted ... storage|allocation|allotted|allowed, out of storage|space|disk|quota
      insufficient storage|space|disk|system, not enough storage|space|disk|room, no space|room left
      no more space|room, disk full, disk space, disc space, inode limit, blocks limit
      storage limit|space|full|exceeded|allocation, lack of space, space allotted, allotted space
      too much mail data, has reached its|their|his|her ... limit, has too many messages|mails
      exceeded the local limit, limit of the mailbox, maximum allowed ... quota, zuviele mails
      zu viele mails, postfach ... voll, postfach ist voll, speicherplatz ... erschöpft, mailbox ist voll
      boite ... pleine, boîte ... pleine, casella ... piena, buzón ... lleno, buzon ... lleno
      casilla ... llena, caixa ... cheia, skrzynka ... pełna, skrzynka ... przepełniona, przekroczony limit
      ящик ... переполнен, ящик заполнен, 邮箱已满, 空間已滿, メールボックス ... いっぱい`,
  },
  {
    reason: 'mailbox_disabled',
    phrases: `
      {mailbox}|addressee|client|he|subscription ... disabled|deactivated|inactivated|suspended|inactive|locked|frozen|discontinued
      {mailbox} ... terminated|expired|dormant|blocked due|restricted, {mailbox} ... on hold
      {mailbox} closed, {mailbox} is|was closed|blocked, {mailbox} has been closed|blocked
      user|users|mailbox|account ... not active|activated|enabled
      {mailbox} ... not currently active|available|accepting
      no longer accepts|accepting|receives|receiving ... mail|messages|e-mail|email
      mailbox unavailable or access denied, invalid/inactive user
      {mailbox} ... temporarily|temporary unavailable|limited|suspended|disabled|closed|blocked
      disabled|suspended|inactive|deactivated|dormant|locked|closed|frozen|expired|blocked ... {mailbox}
      has been disabled|suspended|deactivated|locked|discontinued|terminated
      is|was|are|now disabled|deactivated|suspended, is not activated
      temporarily|temporary|administratively|administrativly|administrative disabled, not been activated
      not currently being accepted, not currently accepting, due to inactivity, extended inactivity
      suspend the service, not paid, unpaid, under maintenance, account is on vacation, disattivata
      disatttivata, disattivato, deaktiviert, gesperrt, stillgelegt
      bloqué|bloquée|bloque|bloquee|désactivé|désactivée|desactive|desactivee|archivee|archivée|suspendu
      inactivo|inactiva|bloqueado|bloqueada|desactivado|desactivada|suspendido|suspendida|desativada|desativado|suspensa
      bloccato|bloccata|sospeso|sospesa, ha expirado
      zablokowane|zablokowana|nieaktywne|nieaktywna|zawieszone|zawieszona
      заблокирован|отключен|отключён|неактивен, 停用|冻结|凍結|禁用`,
  },
  {
    reason: 'sender_refused',
    phrases: `
      relay|relaying|relayed ... denied|prohibited|refused|rejected|restricted|disallowed
      relay|relaying ... not permitted|allowed|authorized, relay|relaying ... isn't|aren't permitted|allowed
      unable|refused|permitted|allowed|attempt to relay, do|does not relay
      no|unauthorized|unauthorised|open relaying|relay, insecure mail relay, not a gateway, not local host
      allowed rcpthosts, not configured to relay, this system is not configured, relay ... only|non-local
      local user only, non-local recipient|address|destination, spf, dkim, dmarc, sender policy framework
      not authenticated, unauthenticated, must authenticate, smtp auth|authentication, auth failed
      authentication required|failed|checks|is|credentials, requires authentication
      authentication ... failed, sender authentication, not authorized as
      {sender} ... rejected|denied|refused|unknown|invalid|mismatch|mismatches|mismatched|blocked|blacklisted|banned|restricted|verify|verified
      {sender} ... not exist|exists|valid|found|allowed|permitted|authorized|accepted|resolve|resolved|fully
      {sender} ... doesn't|don't exist|resolve|match, {sender} ... must exist
      {sender} ... has no|bad|cannot|could not|couldn't|failed|fail
      {sender} address|domain|email|verify|verification|callout|is|ip, verify sender|mailfrom
      unknown|invalid|bad|unverified|forged|spoofed|rejected|blocked sender, sender verify
      callback setup failed, domain of sender, verification failed for, unable to verify sender
      could not verify sender, sender's domain, dns check failed, blacklisted url
      purported responsible address, not a member of this|the|our list|mailing|group, are not member
      are not a member, members only, not allowed|permitted|authorized to post|send|submit|mail
      can't|cannot|may not post, permission|permissions|authorized|right to post|send, only ... can post|send
      subscribers only, posting ... not allowed, not subscribed, does not accept mail from
      not accept|accepting ... from|in, e2110, null sender, registered gateway user, batv, prvs, restricted to
      only accepts ... from, only accept ... from, allowed senders, approved senders, notauthorized
      sendernotauthenticated, senderfilterconfig, sendernotinallowedlist, authrequired
      delivery not authorized, not authorized to send, you have been blocked|blacklisted, verify that you
      verify your address, tenantattribution, google groups, emetteur, émetteur, expediteur, expéditeur
      absender, mittente, remitente, remetente, nadawca, nadawcy, отправитель, отправителя, 发件人, 寄件者, 送信者`,
  },
  {
    reason: 'refused_after_reading',
    phrases: `
      only accepting mail from, is not accepting any mail, recipient preferences, user preferences
      user rules, user's rules, user settings, message filtered, filtered by|out, message was filtered
      mail filter|filters, refuse|refuses|refused|refusing to receive|accept ... mail|message|messages
      blocked by the recipient, rcp-p2, rcp-p3, restricted sms, account is protected by, reject by user
      user reject, has blocked you, blocked your address, challenge response, challenge/response
      awaiting confirmation, confirm that you are`,
  },
  {
    reason: 'too_large',
    phrases: `
      message|mail|size|attachment|file|email|headers ... too large|big
      headers|header|line|lines ... too long, message|mail is|was too long, size exceeded, recipsizelimit
      message size, message exceeds, exceeds maximum|size|the maximum, size limit, maximum size|length
      fixed maximum, message length exceeds, larger than the, maximum message, sizelimit, size exceeds
      exceeds ... size, size of ... exceeds, exceeded ... message size, nachricht ... zu groß
      trop volumineux, troppo grande, demasiado grande, za duża, слишком больш|большое`,
  },
  {
    reason: 'too_many',
    phrases: `
      receiving mail at a rate, too many connections|sessions|recipients|messages|mails|emails|invalid|unknown|errors|concurrent|requests|commands|failed|failures|attempts|bad|bounces|unwanted|spams|from
      too much mail|load, too fast, too quickly, too busy
      server|system|service busy, rate limit|limited|limits|limitation, ratelimit, throttled, throttling
      greylist, greylisted, greylisting, graylist, graylisted, graylisting, grey-listed, grey listing
      gray listing, grey-listing, connection limit|rate|frequency, frequency limited, deferred
      try|tried again later, try later, retry later, come back later, please retry, please wait
      limit exceeded, hourly|daily limit, exceeded the maximum number, maximum number of, receivingrate
      sending limit|rate|quota, exceeded threshold, exceeded the rate, temporarily deferred
      resources temporarily, mail flood`,
  },
  {
    reason: 'server_error',
    phrases: `
      couldn't|can't|cannot|unable|failed create|open|append|write|lock
      unable|failed to create|open|append|write|lock|chdir, mailer error, local configuration error
      command died, command failed, command output, exit status, pipe to, i/o error, permission denied
      system error, internal error, unknown error|reason|reasons|problem|failure, local error, local problem
      temporary error|problem|problems, temporarily unable, file system, configuration|config error|problem
      resources unavailable, out of memory, software error, file too large, write error, lock file
      transport ... error, unexpected error, server misconfigured, delivery agent`,
  },
  {
    reason: 'unreachable',
    phrases: `
      timed out, timeout, time out, connection refused|reset|dropped|closed|lost|failed|terminated|aborted
      lost connection, bad connection, connection timed, no connection, could not connect
      couldn't|cannot|can't connect, unable|failed|able to connect|establish, did not accept our requests
      no route to host, network is unreachable, network unreachable, host unreachable, host not reachable
      socket error, did not respond, not responding, no response, no answer, unable to contact|reach
      server is down|unavailable, host is down, message|envelope|delivery expired, retry time, retry timeout
      queue too long, too long in|on the queue, delivery time expired, multiple retries
      delivery failed ... attempts, not been able to deliver, has been in the queue, not yet been delivered
      time limit exceeded, could not be delivered for, could not deliver for, not delivered within, hop count
      too many hops, mail loop, mail loops, mailloop, loops back, looping, routing loop, loop detected
      forwarding loop, loop back to, unverified address, address verification, temporary failure in name
      not found try again, host name lookup failure, name server reply|timeout|failure
      name service error for ... try again, dns failure|error|timeout, temporary lookup failure
      temporary dns, temporarily unavailable, server failure, servfail, tls required|negotiation|handshake
      starttls`,
  },
];
