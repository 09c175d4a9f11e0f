import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CARRIERS,
  carrierFamily,
  carrierName,
  carrierOf,
  guessCarrier,
  looksMistyped,
  normalCarrier,
  normalTrackingNumber,
  recognises,
  redeliveryUrl,
  trackingUrl,
} from './index.ts';

describe('normalTrackingNumber', () => {
  it.each([
    ['1z 999 aa1 01 2345 6784', '1Z999AA10123456784'],
    [' RB-473-124-829-GB\n', 'RB473124829GB'],
    ['9400 1000 0000 0000–0000‑00', '9400100000000000000000'],
    ['\u200b1Z\ufeff99\u00a09', '1Z999'],
    ['１Ｚ９９９', '1Z999'],
    [' - ', ''],
  ])('%j is %j', (text, number) => {
    expect(normalTrackingNumber(text)).toBe(number);
  });

  it('says the same of its own answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normalTrackingNumber(text);
        expect(normalTrackingNumber(once)).toBe(once);
      }),
    );
  });
});

describe('normalCarrier', () => {
  it.each([
    ['UPS', 'ups'],
    ['United Parcel Service', 'ups'],
    ['DHL Paket', 'dhl_parcel_de'],
    ['dhl-germany', 'dhl_parcel_de'],
    ['DHLExpress', 'dhl_express'],
    ['inpost_paczkomaty', 'inpost'],
    ['poczta-polska', 'poczta_polska'],
    ['la-poste-colissimo', 'la_poste'],
    ['RoyalMail', 'royal_mail'],
    ['CanadaPost', 'canada_post'],
    ['Correios', 'correios'],
    ['顺丰速运', 'sf_express'],
    ['СДЭК', 'cdek'],
    ['Óld  Dóminion', 'old_dominion'],
    ['Janek i Syn, Kurierzy!', 'janek_i_syn_kurierzy'],
    ['  ', null],
    ['__proto__', 'proto'],
  ])('%j is %j', (text, code) => {
    expect(normalCarrier(text)).toBe(code);
  });

  it('says the same of its own answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const code = normalCarrier(text);
        if (code !== null) expect(normalCarrier(code)).toBe(code);
      }),
    );
  });
});

describe('the registry', () => {
  it('holds every file of known/', () => {
    const files = readdirSync(new URL('./known/', import.meta.url)).map((file) => file.replace('.ts', ''));
    expect(CARRIERS.map((carrier) => carrier.code.replaceAll('_', '-')).sort()).toEqual(files.sort());
  });

  it('gives every alias to one carrier only', () => {
    for (const carrier of CARRIERS) {
      for (const alias of [carrier.code, carrier.name, ...carrier.aliases]) {
        expect(normalCarrier(alias), alias).toBe(carrier.code);
      }
    }
  });

  it('links to https pages that a strange number cannot leave', () => {
    for (const carrier of CARRIERS) {
      for (const locale of [
        undefined,
        'pl',
        'pl-PL',
        'en-US',
        'zh-Hans',
        'de',
        'fr-CA',
        'not a locale&x=1',
      ]) {
        const url = new URL(carrier.trackingUrl('A/B?c=&d#"<', locale));
        expect(url.protocol).toBe('https:');
        expect(url.href, carrier.code).toContain('A%2FB%3Fc%3D%26d%23%22%3C');
        expect(url.host).toBe(new URL(carrier.trackingUrl('1', locale)).host);
        const again = carrier.redeliveryUrl?.('A/B?c=&d#"<', locale);
        if (again) expect(new URL(again).protocol).toBe('https:');
      }
    }
  });
});

describe('names, families and links', () => {
  it('come from the code', () => {
    expect(carrierName('royal_mail')).toBe('Royal Mail');
    expect(carrierName('janek')).toBe('janek');
    expect(carrierFamily('dhl_parcel_de')).toBe(carrierFamily('dhl'));
    expect(carrierFamily('ups')).toBe('ups');
    expect(carrierOf('nobody')).toBeNull();
  });

  it('have no link without a known carrier or a number', () => {
    expect(trackingUrl('ups', '1Z999AA10123456784', 'pl-PL')).toBe(
      'https://www.ups.com/track?loc=pl_PL&tracknum=1Z999AA10123456784',
    );
    expect(trackingUrl('janek', '1')).toBeNull();
    expect(trackingUrl(null, '1')).toBeNull();
    expect(trackingUrl('ups', null)).toBeNull();
    expect(redeliveryUrl('ups', '1Z999AA10123456784')).toContain('tracknum=1Z999AA10123456784');
    expect(redeliveryUrl('evri', '1')).toBeNull();
    expect(redeliveryUrl('ups', null)).toBeNull();
  });
});

describe('recognising', () => {
  it.each([
    ['1Z999AA10123456784', 'ups'],
    ['RB473124829GB', 'royal_mail'],
    ['RB473124829PL', 'poczta_polska'],
    ['RB473124829BR', 'correios'],
    ['RB473124829FR', 'la_poste'],
    ['RB473124829DE', 'deutsche_post'],
    ['CB473124829DE', 'dhl_parcel_de'],
    ['00340434161094015902', 'dhl_parcel_de'],
    ['9400100000000000000006', 'usps'],
    ['420902109400100000000000000006', 'usps'],
    ['TBA000000000001', 'amazon_shipping'],
    ['620000000000000000000001', 'inpost'],
    ['00159007730000000011', 'poczta_polska'],
    // could be anybody's
    ['123456789012', null],
    ['1234567891', null],
    // a typing error is nobody's
    ['1Z999AA10123456785', null],
    ['RB473124828GB', null],
    // a country that does not exist
    ['RB473124829QX', null],
  ])('%s belongs to %s', (number, code) => {
    expect(guessCarrier(number)).toBe(code);
  });

  it('tells a typing error from a number of somebody else', () => {
    expect(looksMistyped('ups', '1Z999AA10123456785')).toBe(true);
    expect(looksMistyped('ups', '1Z999AA10123456784')).toBe(false);
    expect(looksMistyped('ups', '123456789012')).toBe(false);
    expect(looksMistyped('nobody', '1Z999AA10123456785')).toBe(false);
    expect(recognises(carrierOf('fedex')!, '123456789012')).toBe('yes');
    expect(recognises(carrierOf('fedex')!, '123456789013')).toBe('typo');
    expect(recognises(carrierOf('dpd')!, '123456789012')).toBe('no');
  });
});
