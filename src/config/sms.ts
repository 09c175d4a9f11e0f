import { z } from 'zod';

/** The gateway that texts go through, read out of `SMS_URL`. */
export interface SmsSettings {
  gateway: 'twilio' | 'kannel' | 'http';
  /** http:// or https://, without user and password. */
  url: string;
  /** Empty: none. */
  user: string;
  password: string;
  /** `SMS_FROM`: a number in E.164, a short code, a name, or a messaging service of Twilio's. */
  from: string;
  /** `SMS_SECRET`: what the gateway proves itself with, and we to it; null: nothing it says is believed. */
  secret: string | null;
}

/** With fewer characters a secret can be guessed by who may try for a year. */
const secret_length_min = 24;

export const smsFields = {
  SMS_URL: z
    .string()
    .refine(
      (value) => /^(twilio|kannels?|https?):$/.test(URL.parse(value)?.protocol ?? ''),
      'must be a URL that begins with twilio://, kannel://, kannels://, https:// or http://',
    )
    .optional(),
  SMS_FROM: z
    .string()
    .regex(
      /^(\+[1-9]\d{6,14}|\d{3,8}|MG[0-9a-f]{32}|(?=.*[A-Za-z])[\w &+.-]{1,11})$/,
      'must be a number such as +48600100200, a short code, a name of at most 11 letters and digits, or a messaging service of Twilio (MG...)',
    )
    .optional(),
  SMS_SECRET: z
    .string()
    .regex(/^[\w+/=.~-]+$/, 'must have only letters, digits and - _ . ~ + / =')
    .min(secret_length_min, `must have at least ${secret_length_min} characters`)
    .optional(),
};

interface Values {
  SMS_URL?: string | undefined;
  SMS_FROM?: string | undefined;
  SMS_SECRET?: string | undefined;
  PUBLIC_URL?: string | undefined;
}

/** What the settings say together; `mistakes` is empty when that makes sense. */
export function readSms(values: Values): { sms: SmsSettings | null; mistakes: string[] } {
  const { SMS_URL, SMS_FROM, SMS_SECRET, PUBLIC_URL } = values;
  const mistakes: string[] = [];
  if (SMS_URL === undefined) {
    if (SMS_FROM !== undefined) mistakes.push('SMS_FROM does nothing without SMS_URL.');
    if (SMS_SECRET !== undefined) mistakes.push('SMS_SECRET does nothing without SMS_URL.');
    return { sms: null, mistakes };
  }
  const url = new URL(SMS_URL);
  const gateway = /^http/.test(url.protocol) ? 'http' : url.protocol === 'twilio:' ? 'twilio' : 'kannel';
  const [user, password] = [decoded(url.username), decoded(url.password)];
  if (SMS_FROM === undefined) mistakes.push('SMS_FROM is needed with SMS_URL.');
  // A text is worth its link; and Twilio signs the address it calls.
  if (PUBLIC_URL === undefined) mistakes.push('PUBLIC_URL is needed with SMS_URL: every text holds a link.');
  if (gateway === 'twilio' && (!/^AC[0-9a-f]{32}$/.test(user) || password === '')) {
    mistakes.push('SMS_URL must be twilio://<account SID>:<auth token>@api.twilio.com.');
  }
  if (gateway === 'kannel' && (user === '' || password === '')) {
    mistakes.push('SMS_URL must be kannel://<username>:<password>@<host>:13013/cgi-bin/sendsms.');
  }
  if (gateway !== 'twilio' && SMS_FROM?.startsWith('MG')) {
    mistakes.push('SMS_FROM is a messaging service of Twilio, and SMS_URL is not Twilio.');
  }
  if (gateway === 'kannel' && /[+/=]/.test(SMS_SECRET ?? '')) {
    mistakes.push('SMS_SECRET stands in an address for Kannel: only letters, digits and - _ . ~, please.');
  }
  const from = SMS_FROM ?? '';
  return {
    sms: { gateway, url: addressOf(url, gateway), user, password, from, secret: SMS_SECRET ?? null },
    mistakes,
  };
}

/** Over TLS, but for a gateway on this very machine, and Kannel, which is asked for it by `kannels:`. */
function addressOf(url: URL, gateway: SmsSettings['gateway']): string {
  if (gateway === 'http') {
    const bare = new URL(url);
    bare.username = '';
    bare.password = '';
    return bare.href;
  }
  if (gateway === 'twilio') {
    const here = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
    return `${here ? 'http' : 'https'}://${url.host || 'api.twilio.com'}`;
  }
  const port = url.port === '' ? ':13013' : '';
  const path = url.pathname.length > 1 ? url.pathname : '/cgi-bin/sendsms';
  return `${url.protocol === 'kannels:' ? 'https' : 'http'}://${url.host}${port}${path}`;
}

/** A password with a lone `%` is meant as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
