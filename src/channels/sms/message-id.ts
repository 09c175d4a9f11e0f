/** What a text is called everywhere: on every try, in a report about it, in the list of notifications. */
export function messageIdOf(notification_id: string, resends: number): string {
  return resends === 0 ? `sms-${notification_id}` : `sms-${notification_id}.${resends}`;
}

/** Null when `messageIdOf` made no such name. */
export function readMessageId(message_id: string): { notification_id: string; resends: number } | null {
  const parts = /^sms-([\w-]{1,64})(?:\.(\d{1,6}))?$/.exec(message_id);
  return parts && { notification_id: parts[1]!, resends: Number(parts[2] ?? 0) };
}
