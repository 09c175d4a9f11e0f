/** What a mail server was told when it refused: who sends, who shall receive, or the message itself. */
export type Step = 'sender' | 'recipient' | 'message';

const commands: readonly [Step, string][] = [
  ['message', 'data|end of data|final data|end of message|sending data|message content|bdat|dot'],
  ['recipient', 'rcpt|rcpt to'],
  ['sender', 'mail|mail from|ehlo|helo|lhlo|initial connection|connect|greeting|banner'],
];

const before =
  'in reply to( the)?( end of)?|after( the)?( pipelined)?|did not like our|response to( the)?|following|command:?|phase:?|stage:?|while sending|sending';

/** "(in reply to RCPT TO command)", "after end of data:", "did not like our RCPT TO": Postfix, Exim, DragonFly. */
const told = commands.map(([step, names]): [Step, RegExp] => [
  step,
  new RegExp(`\\b(${before})\\s{1,5}["'(]?(${names})\\b`, 'i'),
]);

/** `>>> RCPT TO:<...>` and the refusal under it: sendmail and what is like it; `-->` and `<--`: MDaemon. */
const transcript =
  /(?:>>>|-->) {0,3}(data|bdat|rcpt|mail|ehlo|helo)\b[^\n]{0,500}\n(?:[^\n>]{0,500}\n){0,3}?[ \t]{0,4}(?:received )?(?:<<<|<--) {0,3}[45]\d\d/i;
/** A sender that did not wait for the answer to RCPT TO: the refusal it shows under DATA is that answer. */
const pipelined = /no valid recipients|all recipients (are|were)|need rcpt|rcpt first|rcpt to first/i;

const named: readonly [Step, RegExp][] = [
  ...told,
  [
    'recipient',
    /\bsmtp:\s?rcpt\b|\brcpt to response\b|\brejected (address|recipient)\b|\b(does|did) not like recipient\b|\[rcpt_to\]/i,
  ],
  ['sender', /\b(does|did) not like sender\b|\bbut (sender was rejected|greeting failed)\b|\[mail_from\]/i],
  ['message', /\bfailed after i sent the message\b|\(data\), with|\[(data|body|dot)\]/i],
  // What Google calls its steps, in mails up to 2014.
  ['recipient', /\(state 1[34]\)/],
  ['message', /\(state 1[78]\)/],
];

/** The step at which it failed, as far as a text says; null when it does not. */
export function stepIn(text: string): Step | null {
  for (const [step, pattern] of named) if (pattern.test(text)) return step;
  const command = transcript.exec(text)?.[1]?.toLowerCase();
  if (command === undefined) return null;
  if (command === 'data' || command === 'bdat') return pipelined.test(text) ? 'recipient' : 'message';
  return command === 'rcpt' ? 'recipient' : 'sender';
}
