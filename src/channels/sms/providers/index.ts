import type { Gateway } from '../gateway.ts';
import { http } from './http.ts';
import { kannel } from './kannel.ts';
import { twilio } from './twilio.ts';

/** Every kind of gateway there is. */
export const GATEWAYS: readonly Gateway[] = [twilio, kannel, http];

const byName = new Map<string, Gateway>(GATEWAYS.map((gateway) => [gateway.name, gateway]));

export function gatewayNamed(name: string): Gateway | undefined {
  return byName.get(name);
}
