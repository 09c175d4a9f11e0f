import type { ImpersonalTable } from '../personal-table.ts';

const of_orders = 'Numbers of orders, ids and times.';
const shops_own = 'The shop’s own: what it sells, asks for and has set.';

/** Every table that holds nothing about people, and why that is so. */
export const IMPERSONAL_TABLES: readonly ImpersonalTable[] = [
  {
    table: 'order_sellers',
    columns: ['seller', 'placed_at', 'order_number', 'remind_at'],
    why: of_orders,
  },
  {
    table: 'tracking_numbers',
    columns: ['order_number', 'shipment', 'number', 'carrier', 'dispatched_at', 'voided'],
    why: 'Numbers of parcels stay with the order: they show that it was sent. What carriers said of them goes.',
  },
  { table: 'alarms', columns: ['order_number', 'name', 'subject', 'due_at'], why: of_orders },
  {
    table: 'cases',
    columns: ['order_number', 'id', 'seller', 'kind', 'status', 'opened_at', 'answer_due'],
    why: `${of_orders} What was said in a case is in notes.`,
  },
  { table: 'erased_orders', columns: ['order_number', 'erasure', 'kept_for', 'erased_at'], why: of_orders },
  {
    table: 'webhook_deliveries',
    columns: [
      ...[
        'order_number',
        'fact_version',
        'endpoint',
        'id',
        'type',
        'status',
        'created_at',
        'due_at',
        'attempts',
      ],
      ...['lease_until', 'tries'],
    ],
    why: 'Holds no body: that is made from the fact when it is sent.',
  },
  {
    table: 'webhook_endpoints',
    columns: [
      ...['id', 'seller', 'url', 'description', 'types', 'created_at', 'disabled_at', 'disabled_reason'],
      ...[
        'last_success_at',
        'failing_since',
        'failures',
        'last_failure_at',
        'next_try_at',
        'throttled_until',
      ],
    ],
    why: shops_own,
  },
  { table: 'webhook_secrets', columns: ['endpoint', 'number', 'secret', 'expires_at'], why: shops_own },
  {
    table: 'channels',
    columns: ['channel', 'paused_at', 'away_since', 'failures', 'next_try_at', 'away_reason'],
    why: 'One row for each channel.',
  },
  {
    table: 'outages',
    columns: ['channel', 'away_at', 'back_at', 'reason', 'waited'],
    why: 'When a channel was away.',
  },
  {
    table: 'api_keys',
    columns: ['id', 'label', 'secret_hash', 'scopes', 'created_at', 'revoked_at'],
    why: shops_own,
  },
  {
    table: 'sellers',
    columns: [
      ...['id', 'name', 'email', 'time_zone', 'country', 'handling_days', 'locale', 'listing_status'],
      ...['inactive_from', 'inactive_until', 'updated_at'],
    ],
    why: 'Businesses, as the shop describes them: it changes and empties them itself.',
  },
  {
    table: 'listings',
    columns: [
      ...[
        'sku',
        'seller',
        'title',
        'description',
        'price',
        'currency',
        'image_url',
        'availability',
        'ships_after',
      ],
      ...['handling_days', 'updated_at'],
    ],
    why: shops_own,
  },
  { table: 'delivery_prices', columns: ['currency', 'prices', 'updated_at'], why: shops_own },
  {
    table: 'pickup_points',
    columns: [
      ...[
        'id',
        'name',
        'carrier',
        'line1',
        'line2',
        'city',
        'region',
        'postal_code',
        'country',
        'hours',
        'active',
      ],
      ...['postal_key', 'place_key', 'updated_at'],
    ],
    why: 'Lockers and counters.',
  },
  {
    table: 'bought_together',
    columns: ['sku', 'other', 'buyers', 'score'],
    why: 'Counts of several people.',
  },
  { table: 'bought_again', columns: ['sku', 'buyers', 'came_back'], why: 'Counts of several people.' },
  {
    table: 'secrets',
    columns: ['id', 'secret', 'created_at', 'retired_at'],
    why: 'What this installation signs with.',
  },
  { table: 'address_key', columns: ['single', 'key'], why: 'What addresses are hashed with.' },
  { table: 'phone_key', columns: ['single', 'key'], why: 'What numbers are hashed with.' },
  {
    table: 'vapid_keys',
    columns: ['the_only', 'private_key', 'created_at'],
    why: 'What this installation is known by at push services.',
  },
  {
    table: 'spent',
    columns: ['key', 'expires_at'],
    why: 'Random names of what works once, for some minutes.',
  },
  {
    table: 'tallies',
    columns: ['key', 'began_at', 'count', 'expires_at'],
    why: 'Counts of failures and mails under keyed hashes, for minutes or a day.',
  },
  {
    table: 'tidings_migrations',
    columns: ['name', 'checksum', 'applied_at'],
    why: 'Which migrations were applied.',
  },
  {
    table: 'graphile_worker.*',
    why: 'Jobs name an erasure, an export or an order by its id, and nothing of whom it is.',
  },
];
