/** What a person wrote to us. Personal: kept compressed, erased with its subject. */
export interface Letter {
  /** As the mail says: `Ann <ann@example.com>`. */
  from: string;
  subject: string;
  /** What they wrote. */
  text: string;
  /** What they quoted of ours; '' when nothing. */
  quoted: string;
  attachments: readonly { name: string; type: string }[];
}

/** A letter in its place. */
export interface Reply extends Letter {
  id: string;
  /** 'order:<number>'; '' as long as nobody knows what it is about. */
  subject_key: string;
  /** RFC 3339 UTC. */
  received_at: string;
  /** When a person said that it is dealt with. */
  settled_at: string | null;
}
