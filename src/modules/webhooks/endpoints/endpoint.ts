/** Where a system of the shop or of a seller listens. */
export interface WebhookEndpoint {
  id: string;
  /** Null: the shop's, which is told everything. */
  seller: string | null;
  url: string;
  description: string | null;
  /** `*`, or names of events. */
  types: string[];
  /** `failing`: the last try failed; `disabled`: nothing is sent until somebody enables it. */
  status: 'enabled' | 'failing' | 'disabled';
  disabled_reason: DisabledReason | null;
  disabled_at: string | null;
  /** The first failure since the last success. */
  failing_since: string | null;
  last_success_at: string | null;
  created_at: string;
}

/** It answered 410; it failed for days; somebody wished it. */
export const disabled_reasons = ['gone', 'failing', 'by_request'] as const;
export type DisabledReason = (typeof disabled_reasons)[number];

/** Whose endpoints a caller may see and change: everybody's, or one seller's. */
export type Owner = 'anybody' | { seller: string };
