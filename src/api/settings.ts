import { z } from '@hono/zod-openapi';
import type { Config } from '../config.ts';
import { offeredLocales } from '../lib/words.ts';
import { type Endpoint, endpoint } from './endpoint.ts';

const settings = z
  .strictObject({
    shop_name: z.string(),
    locale: z.string().openapi({ description: 'Of whoever does not say otherwise' }),
    time_zone: z.string(),
    locales: z.array(z.string()).openapi({ description: 'Languages there are words for' }),
    mail: z.enum(['inbox', 'smtp']).openapi({
      description: '`inbox`: every message stays in the development inbox. `smtp`: it leaves.',
    }),
  })
  .openapi('Settings');

/** What a program must know of an installation before it does something to it: no address and no secret. */
export function settingsEndpoints({ shop, smtpUrl }: Pick<Config, 'shop' | 'smtpUrl'>): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/v1/settings',
      tag: 'Installation',
      summary: 'Read how this installation is set',
      access: { scope: 'admin', sellers: false },
      answers: { 200: { description: 'The settings', schema: settings } },
      handle() {
        const { name: shop_name, locale, timeZone: time_zone } = shop;
        const mail = smtpUrl === null ? 'inbox' : 'smtp';
        return { status: 200, body: { shop_name, locale, time_zone, locales: offeredLocales(), mail } };
      },
    }),
  ];
}
