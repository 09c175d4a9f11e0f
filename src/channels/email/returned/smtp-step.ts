/** What a mail server was told when it refused: who sends, who shall receive, or the message itself. */
export type Step = 'sender' | 'recipient' | 'message';

const commands: readonly [Step, string][] = [
  ['message', 'data|end of data|final data|end of message|sending data|message content|bdat'],
  ['recipient', 'rcpt|rcpt to|recipient'],
  ['sender', 'mail|mail from|ehlo|helo|initial connection|connect|greeting'],
];

/** "(in reply to RCPT TO command)", "after end of data:", "did not like our RCPT TO": Postfix, Exim, DragonFly. */
const told = commands.map(([step, names]): [Step, RegExp] => [
  step,
  new RegExp(
    `\\b(in reply to( the)?( end of)?|after|after the|did not like our|response to|following|command:|phase:)\\s{1,5}(${names})\\b`,
    'i',
  ),
]);

/** `>>> RCPT TO:<...>` and the refusal under it: sendmail and what is like it. */
const transcript =
  />>> {0,3}([a-z]{4})[^\n]{0,500}\n(?:[^\n>]{0,500}\n){0,3}?[ \t]{0,4}(?:received )?<<< {0,3}[45]\d\d/i;
/** A sender that did not wait for the answer to RCPT TO: the refusal it shows under DATA is that answer. */
const pipelined = /no valid recipients|need rcpt|rcpt first|rcpt to first/i;

const named: readonly [Step, RegExp][] = [
  ...told,
  [
    'recipient',
    /\bsmtp:\s?rcpt\b|\brcpt to response\b|\brejected (address|recipient)\b|\b(does|did) not like recipient\b/i,
  ],
  ['sender', /\b(does|did) not like sender\b/i],
];

/** The step at which it failed, as far as a text says; null when it does not. */
export function stepIn(text: string): Step | null {
  for (const [step, pattern] of named) if (pattern.test(text)) return step;
  const command = transcript.exec(text)?.[1]?.toLowerCase();
  if (command === undefined) return null;
  if (command === 'data') return pipelined.test(text) ? 'recipient' : 'message';
  return command === 'rcpt' ? 'recipient' : 'sender';
}
