import { decodeWords, type Header } from '../../../lib/mime/index.ts';

const systemName =
  /^(mailer-?daemon|mail-?daemon|post[-_]?master|postmast|mdaemon|double-?bounce|bounces?|mailer|mail-?system|mail|smtp|exchange|mxdaemon|no-?reply|non-?delivery|administrator|system|qmail)\b/i;
const displayedName =
  /mail (delivery|system|administrator)|delivery (sub)?system|mailer[- ]daemon|postmaster/i;

const listKeeper = /^(majordomo|listserv|mailman|sympa|\S{1,80}-(admin|owner|request|bounces?|help))@/i;

/** How mail systems call what they could not deliver, in the languages they are set up in. */
const subject = new RegExp(
  [
    'undeliver(ed|able|y)|non-?deliver|not? (be )?delivered|delivery (status|fail|error|problem|notif|report|delay|has)',
    'returned (mail|to sender)|return(ed|ing) message|mail (system )?(error|failure|delivery)|failure notice|failure delivery',
    'could not be|couldn.t be|unable to deliver|message (delayed|status|you sent)|warning: (message|could not)|delayed',
    'notice: mail|mail status|bounce|rejected|nondelivery|failed|not (a )?member',
    'unzustellbar|nicht zugestellt|nicht zustellbar|non remis|échec|recapitabile|mancato recapito|mancata consegna',
    'no se (ha )?p(udo|odido) entregar|no entregad|não (foi )?entreg|niedostarcz|nie można dostarczyć|zwrot',
    'не доставлен|недоставлен|невозможно доставить|onbestelbaar|niet bezorgd|kunne ikke leveres|kunde inte levereras',
    '配信不能|配信できません|送信できません|エラー|届きません|退信|退回|无法投递|無法傳遞|系统退信|배달 실패',
  ].join('|'),
  'i',
);

/** Signs in a mail's header that a mail system wrote it and not a person. */
export interface SystemSigns {
  /** Sent by nobody: what a mail system sends must not be answered (RFC 5321, section 4.5.5). */
  null_sender: boolean;
  /** The name in From is that of a program. */
  from_system: boolean;
  /** Sent by what keeps a mailing list: it refuses who is no member. */
  by_program: boolean;
  /** The subject says that something did not arrive. */
  subject: boolean;
  /** `multipart/report; report-type=delivery-status`, or the field that Exim and Google add. */
  declared: boolean;
}

/** @param envelope_sender of the SMTP session; null: take it from the field Return-Path */
export function systemSignsOf(header: Header, envelope_sender: string | null): SystemSigns {
  const return_paths = header.all('return-path');
  const null_sender =
    envelope_sender === null
      ? return_paths.some((path) => /^<?\s*(mailer-daemon\S*)?\s*>?$/i.test(path))
      : envelope_sender === '';
  const from = decodeWords(header.first('from'));
  const address = /<([^<>]{0,320})>\s*$/.exec(from)?.[1] ?? from.trim();
  const declared =
    /report-type\s*=\s*"?delivery-status/i.test(header.first('content-type')) ||
    header.first('x-failed-recipients') !== '';
  return {
    null_sender,
    from_system: systemName.test(address) || displayedName.test(from.replace(/<[^<>]*>\s*$/, '')),
    by_program: listKeeper.test(address),
    subject: subject.test(decodeWords(header.first('subject'))),
    declared,
  };
}
