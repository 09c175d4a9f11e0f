import type { Phrases } from './phrase.ts';

/** The address leads nowhere, today and tomorrow. */
export const NO_SUCH_ADDRESS: readonly Phrases[] = [
  {
    reason: 'moved',
    phrases: `
      recipient|user|mailbox|customer has moved, has moved to, moved to another|a new, moved permanently
      user moved, no longer on server, address has changed, has changed his|her|their ... address
      has a new address, has been replaced by, is no longer used, please use ... instead
      new e-mail|email address is, user not local; please try, please update your address book`,
  },
  {
    reason: 'accepts_no_mail',
    phrases: `
      does not accept|receive mail|email|messages, does not accept any mail|email, do not accept mail
      accepts no mail, doesn't accept mail|email|any, null mx, nullmx, not accepting network messages
      system not accepting, mail receiving disabled, indicated no smtp service
      no host found for existing smtp connection, name server: .: host not found
      reject|rejects all mail|mails, couldn't find a mail exchanger, host ... does not accept`,
  },
  {
    reason: 'no_such_domain',
    phrases: `
      host|domain|hostname|mailhost unknown, host|domain|hostname|mailhost ... is unknown
      unknown host|domain|hostname|mailhost, unknown mail|destination|recipient host|domain
      no such domain|host, host|domain|hostname not found, domain name not found, name or service not known
      not found in dns, nxdomain, tenant or domain not found, domain|host|hostname|domains ... not exist
      domain|host|hostname|domains ... doesn't|doesnt|don't exist
      domain|host ... couldn't|can't|cannot|not be found, domain|host ... not valid
      domain|hostname|destination domain is invalid
      non-existent|nonexistent|non-existant|non existent|inexistent domain|host|hostname|hosts
      bad destination system|host|domain, invalid domain name, invalid domain|host|hostname, unrouteable
      unroutable, no matching host, no matching nameservers, illegal host/domain name found
      all host address lookups failed permanently, all relevant mx records point to non-existent hosts
      couldn't|cannot|can't find any host, couldn't|cannot|can't find a|the host|domain
      could not find any host, no mx|a found|record|records, no valid mx, no mail server for|found
      no mail exchanger, no mail exchangers, no a or mx, no mx or, no mx for, no route found to|for
      no route to domain, cannot route|resolve domain|host|to, could not resolve, host name lookup failed
      host lookup did not complete permanently, lookup of ... failed permanently, domain is not reachable
      because the domain ... couldn't, recipient address rejected: domain, recipient domain must exist
      dns server returned answer with no data, no relevant answers, account or domain may not exist
      domain ... not registered, domain has expired, domain nie istnieje, domena nie istnieje
      домен не найден, domaine inexistant, dominio inexistente, dominio ... no existe, 域名不存在`,
  },
  {
    reason: 'no_such_mailbox',
    phrases: `
      {recipient} ... {absent}, {wrong} ... {recipient}|id|name|person|drop|e-mail|email|destination
      {recipient} is|are|was invalid|wrong|incorrect, {recipient} invalid, {recipient} ... not valid
      {recipient} isn't|aren't valid, invalid or unknown, {recipient} isn't|not ok|local, not on system
      {recipient} ... cannot|can't|not|couldn't be verified|found|located
      not ... known|valid|local|registered|existing {recipient}, not ... active address
      isn't ... known|valid {recipient}, invalid-recipient, unknown-recipient, userunknown, recipnotfound
      recipientnotfound, usernotfound, address_not_found, user_unknown, not known here|to this, unknown here
      unknown or illegal, not exist here, does not exist here, does not exist at
      not at this host|address|domain, email|e-mail ... not exist|found|known
      email|e-mail ... doesn't|wasn't exist|found, no such local|virtual|mail ... user|address|drop|recipient
      no account|mailbox|mail-box|user|box|inbox|recipient by|here|with|for|on|at|has|named
      no local|valid|matching mailbox|user|recipient|account, no mail-box|mailbox, no mail box
      no one|person by|with|at|here, nobody by|with|at|here, there is no one|user|account|mailbox|such
      don't know anyone, do not know anyone, doesn't|not have a|an ... account|mailbox
      does not have ... account|mailbox, doesn't|don't|not handle mail|email for, i cannot deliver mail for
      unable to find|locate|verify ... {recipient}
      can't|cannot|couldn't|could not find|locate|match ... {recipient}, this user doesn't
      not a member of domain, not our customer|user|subscriber
      no longer an|a|our employee|member|customer|user, not in the|our|my directory|database|ldap
      not in directory|database|ldap, not found in ldap|directory|database, not listed in|with
      name is not recognized, nobody by that name, no account by that name, user path no exist
      user missing home, unknown local part|user|part, rejected by directory, rcp-p1
      cannot route mail to user, badrcptto, badrecipientto list, validrcptto list
      not have any final email address, destination addresses were unknown, misspelled, mistyped, typo
      recipient ambiguous, resolver.adr, envelope recipient has been denied
      utente|destinatario|indirizzo|casella ... sconosciuto|sconosciuta|inesistente
      non répertorié dans l'annuaire
      utilisateur|destinataire|adresse|compte inconnu|inconnue|inexistant|inexistante
      adresse destinataire invalide, destinataire ... invalide, destinataire invalide
      utilisateur|destinataire|adresse|compte|boîte ... n'existe
      destinatario|indirizzo errato|errata|inesistente, destin. sconosciuto, nessun utente
      utente non trovato, utente|indirizzo|casella ... non esiste, unbekannter empfänger|benutzer|empfaenger
      empfänger|empfaenger|benutzer|adressat|adresse ... unbekannt
      empfänger|benutzer|adresse|postfach|konto ... existiert nicht
      empfänger|empfaenger|benutzer|adresse|postfach ... nicht gefunden|bekannt|vorhanden
      kein solcher benutzer|empfänger, no existe ... usuario|persona|cuenta|buzón|buzon|destinatario
      usuario|cuenta|dirección|direccion|buzón|buzon|casilla|destinatario ... no existe, usuario desconocido
      destinatario desconocido, usuário|usuario|conta|endereço|caixa ... não existe|inexistente|desconhecido
      usuario|destinatario ... inexistente, usuário|usuario|destinatário|conta ... não encontrado|encontrada
      gebruiker|geadresseerde ... onbekend, onbekende gebruiker
      użytkownik|konto|adres|skrzynka|adresat|odbiorca ... nie istnieje
      nie ma takiego użytkownika|konta|adresata|adresu, nie ma takiej skrzynki
      nieznany użytkownik|adresat|odbiorca, brak takiego użytkownika
      пользователь|ящик|адрес|адресат|получатель ... не найден|существует
      пользователь|адресат|получатель неизвестен
      нет такого пользователя|адреса|ящика, 用户不存在, 收件人不存在, 用户未找到, 邮箱不存在, 地址不存在, 無此使用者, 無此帳號, 找不到用户, 宛先不明
      宛先 ... 存在しません`,
  },
];
