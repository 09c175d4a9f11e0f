import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { carrierOf, normalTrackingNumber, recognises } from '../../src/modules/shipments/carrier/index.ts';
import { isS10 } from '../../src/modules/shipments/carrier/postal.ts';
import { emptyReport, note, type Report } from './report.ts';

/** Which of our carriers a courier of the data is; DHL's formats belong to several of its products. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  amazon: ['amazon_shipping'],
  canadapost: ['canada_post'],
  dhl: ['dhl_express', 'dhl_ecommerce'],
  landmark: ['landmark_global'],
  lasership: ['ontrac'],
};

function recognised(courier: string, number: string): boolean {
  if (courier === 's10') return isS10(number);
  return (CODES[courier] ?? [courier]).some((code) => {
    const carrier = carrierOf(code);
    return carrier !== null && recognises(carrier, number) === 'yes';
  });
}

/** Every published test number must be recognised by its courier, and every invalid one must not be. */
export async function checkTrackingNumbers(data: string): Promise<Report> {
  const report = emptyReport();
  const csv = await readFile(join(data, 'tracking-numbers/vectors.csv'), 'utf8');
  for (const row of csv.trim().split(/\r?\n/).slice(1)) {
    const columns = row.split(',');
    const [courier, format] = columns as [string, string];
    const number = normalTrackingNumber(columns[4]!);
    const expected = columns[5] === 'valid';
    const got = recognised(courier, number);
    note(report, `${format} ${number}`, got === expected ? null : `expected ${columns[5]}, got ${got}`);
  }
  return report;
}
