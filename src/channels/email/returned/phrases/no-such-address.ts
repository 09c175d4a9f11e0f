import type { Phrases } from './phrase.ts';

/** The address leads nowhere, today and tomorrow. */
export const NO_SUCH_ADDRESS: readonly Phrases[] = [
  {
    reason: 'moved',
    phrases: `
      recipient|user|mailbox has moved, has moved to, moved to another, moved permanently
      address has changed, has changed his|her|their, has a new address, has been replaced by, is no longer used
      please use ... instead, new e-mail|email address is, user not local; please try`,
  },
  {
    reason: 'accepts_no_mail',
    phrases: `
      does not accept mail|email|messages, does not accept any mail|email, do not accept mail, accepts no mail
      does not receive mail|email, null mx, nullmx, not accepting network messages, system not accepting
      indicated no smtp service, no host found for existing smtp connection, name server: .: host not found
      reject|rejects all mail|mails, couldn't find a mail exchanger, host ... does not accept`,
  },
  {
    reason: 'no_such_domain',
    phrases: `
      host|domain|hostname unknown, unknown host|domain|hostname, unknown mail host|domain, no such domain|host
      host|domain|hostname not found, domain name not found, name or service not known, not found in dns, nxdomain
      domain|host|hostname ... does not exist, domain|host|hostname ... doesn't exist, domain|host ... doesnt exist
      domain|host|hostname ... not exist, domain|host ... couldn't be found, domain|host ... could not be found
      non-existent|nonexistent domain|host|hostname|hosts, bad destination system|host, invalid domain name
      unrouteable, unroutable, no matching host, no matching nameservers, illegal host/domain name found
      all host address lookups failed permanently, all relevant mx records point to non-existent hosts
      couldn't find any host, could not find any host, no mx found|record|records, no valid mx, no mail server for, no a or mx
      domain is not reachable, because the domain ... couldn't, recipient address rejected: domain, recipient domain must exist
      dns server returned answer with no data`,
  },
  {
    reason: 'no_such_mailbox',
    phrases: `
      unknown user|recipient|mailbox|account|address|addressee|rcpt|alias|customer|subscriber|e-mail|email
      user|recipient|mailbox|account|address|addressee|customer|subscriber unknown, unknown local part|user
      user|recipient|mailbox|account|address|alias is unknown, unknown or illegal, name is not recognized
      unknown local-part, local part unknown, unknown to address, no such user/domain, not known here
      no such user|recipient|mailbox|account|address|person|alias|name|customer|subscriber|id|addressee
      no such local|virtual|email|e-mail|mail user|address|drop|recipient
      user|recipient|mailbox|account|address|addressee|member|employee|alias|customer|subscriber ... does not exist
      user|recipient|mailbox|account|address|addressee|member|employee|alias|customer|subscriber ... doesn't exist
      user|recipient|mailbox|account|address|addressee|alias|user(s)|users ... not exist
      user|recipient|mailbox|account|address|addressee|alias|id|email|destination ... not found
      user|recipient|mailbox|account|address|alias ... be found, address|recipient|mailbox ... wasn't found
      no account by that name, no mailbox, no local mailbox|user, no user here, no valid recipient|recipients
      doesn't have ... account, does not have ... account, no account|user here|with|for, there is no one|user|account
      nobody by that name, not a valid user|recipient|mailbox|address, not a known user|recipient|mailbox
      isn't a valid mailbox|user, not listed in domino, not listed in public name, not in directory|database
      not in the directory|database, not our customer|user, non répertorié dans l'annuaire
      invalid|bad|illegal recipient|mailbox|user|rcpt|destination|alias|addressee|address|local
      invalid|bad e-mail|email|final|recipient|destination|mailbox address|delivery|name, invalid or unknown
      recipient|user|mailbox|address is not|n't valid, recipient|user|mailbox|address is|not invalid|valid|accepted
      recipnotfound, recipientnotfound, user|recipient|account|mailbox|address|person|employee ... no longer
      no longer at|with|on|exists|exist|valid|available|active|works|employed, unable to find|locate|verify user|recipient|mailbox
      can't|cannot|couldn't find ... user|recipient|mailbox|account, could not find ... user|mailbox|recipient
      mailbox unavailable, mailbox not|is|isn't available|unavailable, recipient|user rejected, rejected by directory
      rejected recipient, user|recipient not on system, is not local, not a local user|address|mailbox
      address not present, address error, undeliverable address, this user doesn't, not exist here
      nonexistent|non-existent|inexistent|non-existant user|recipient|mailbox|account|address|email
      recipient address rejected: user|unknown|invalid|undeliverable|no|not, recipient address rejected: access denied
      recipient address rejected., badrcptto, badrecipientto list, validrcptto list, allowed recipients
      recipient is not accepted, recipient not ok, recipient refused, can't accept user, does not exist here
      destination addresses were unknown, destination server rejected recipients, user not known, user missing home
      envelope recipient has been denied, no mail box available, mailbox not present, not email addresses
      no existe ... usuario|persona|cuenta, usuario|cuenta ... no existe, utilisateur|destinataire inconnu|inconnue
      adresse destinataire invalide, unbekannter empfänger|benutzer, empfänger unbekannt, utente sconosciuto
      użytkownik ... nie istnieje, nie ma takiego użytkownika, пользователь ... не найден|существует
      нет такого пользователя, 用户不存在, 收件人不存在, 宛先不明`,
  },
];
