/** What is known of an address. All instants in epoch milliseconds. */
export interface Standing {
  /** No mail reaches it. */
  stopped: { at_ms: number; reason: string; status: string | null } | null;
  /** Its reader called our mail spam, or asked for no more. */
  complained_at_ms: number | null;
  /** Days on which a mail could not be delivered for the moment. */
  soft: { days: number; first_ms: number; last_ms: number } | null;
}

/** What came back from an address. */
export type Echo =
  | { kind: 'hard_bounce' | 'soft_bounce'; at_ms: number; reason: string; status: string | null }
  | { kind: 'complaint'; at_ms: number };

export const unknown_standing: Standing = { stopped: null, complained_at_ms: null, soft: null };

const day_ms = 86_400_000;
/**
 * A mailbox that is full on five days over two weeks is one that nobody empties. A month in which nothing came back
 * begins the count anew.
 */
export const soft_days_max = 5;
export const soft_span_days_min = 14;
export const soft_forgotten_days = 30;

/** The standing after something came back. The same again changes nothing: mails are repeated, and read twice. */
export function afterEcho(standing: Standing, echo: Echo): Standing {
  const { at_ms } = echo;
  switch (echo.kind) {
    case 'complaint':
      return { ...standing, complained_at_ms: standing.complained_at_ms ?? at_ms };
    case 'hard_bounce': {
      const { reason, status } = echo;
      return { ...standing, stopped: standing.stopped ?? { at_ms, reason, status } };
    }
    case 'soft_bounce': {
      const soft = countedSoft(standing.soft, at_ms);
      const stops = soft.days >= soft_days_max && soft.last_ms - soft.first_ms >= soft_span_days_min * day_ms;
      const { reason, status } = echo;
      return { ...standing, soft, stopped: standing.stopped ?? (stops ? { at_ms, reason, status } : null) };
    }
  }
}

function countedSoft(soft: Standing['soft'], at_ms: number): NonNullable<Standing['soft']> {
  if (!soft || at_ms - soft.last_ms > soft_forgotten_days * day_ms) {
    return { days: 1, first_ms: at_ms, last_ms: at_ms };
  }
  // Many mails on one day meet the same full mailbox; a late one of an earlier day was that day's.
  if (dayOf(at_ms) <= dayOf(soft.last_ms)) return soft;
  return { ...soft, days: soft.days + 1, last_ms: at_ms };
}

function dayOf(at_ms: number): number {
  return Math.floor(at_ms / day_ms);
}

/** Why a mail of this class must not go to an address; null: it may. */
export function objectionTo(
  standing: Standing | null,
  type_class: 'mandatory' | 'operational' | 'promotional',
): 'address_bounced' | 'address_complained' | null {
  if (standing?.stopped) return 'address_bounced';
  // What contract or law asks for is sent all the same.
  return standing?.complained_at_ms != null && type_class !== 'mandatory' ? 'address_complained' : null;
}
