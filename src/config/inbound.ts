import { z } from 'zod';

/** Where what comes back is taken in. */
export interface InboundSettings {
  port: number;
  host: string;
}

export const inboundFields = {
  INBOUND_SMTP_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a whole number from 0 to 65535')
    .optional(),
  INBOUND_SMTP_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be an address or a host name, without a port')
    .default('127.0.0.1'),
  MAIL_RETURN_DOMAIN: z
    .string()
    .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]+$/i, 'must be a domain such as orders.shop.example')
    .transform((value) => value.toLowerCase())
    .optional(),
};

interface Values {
  INBOUND_SMTP_PORT?: number | undefined;
  INBOUND_SMTP_HOST: string;
  MAIL_RETURN_DOMAIN?: string | undefined;
  MAIL_FROM: string;
}

/**
 * Who listens, and the domain that what comes back is addressed to: a process that only sends must know it too. Without
 * either setting mails have no return path of their own, and nobody listens.
 */
export function readInbound(values: Values): {
  inbound: InboundSettings | null;
  returnDomain: string | null;
} {
  const { INBOUND_SMTP_PORT: port, INBOUND_SMTP_HOST: host, MAIL_RETURN_DOMAIN: domain } = values;
  const of_sender = /@([^@<>\s]+)>?\s*$/.exec(values.MAIL_FROM)?.[1]?.toLowerCase() ?? null;
  return {
    inbound: port === undefined ? null : { port, host },
    returnDomain: domain ?? (port === undefined ? null : of_sender),
  };
}
