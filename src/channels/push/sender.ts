import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../lib/clock.ts';
import type { Device } from '../../modules/devices/index.ts';
import { type Verdict, verdictOf } from './answer.ts';
import { encrypt } from './encrypt.ts';
import { type Handling, headersOf } from './handling.ts';
import { type PushPayload, shortPayload } from './payload.ts';
import type { PushServices } from './service.ts';

/** A message as one device gets it, in the language it was added in. */
export interface Addressed {
  device: Device;
  payload: PushPayload;
}

/** Encrypts messages, hands them to push services, and says what became of each. */
export interface Sender {
  /** One verdict for each. */
  tellAll(all: readonly Addressed[], handling: Handling, signal: AbortSignal): Promise<Verdict[]>;
}

export interface SenderOptions {
  services: PushServices;
  /** The value of `Authorization` for a push service. */
  authorization(endpoint: URL): string;
  clock: Clock;
}

/** When some devices took a message and another was put off for a moment, that one is waited for this long. */
const second_try_pause_ms = 2_000;
const second_try_pause_max_ms = 10_000;
/** A service that cannot be reached is left alone: a thousand messages must not each wait until that is clear. */
const unreachable_rest_ms = 10_000;
const hosts_max = 200;

export function openSender({ services, authorization, clock }: SenderOptions): Sender {
  /** Push services that are away, by host. Each for itself: another one's devices do not wait for it. */
  const resting = new Map<string, number>();

  /**
   * To all devices side by side. A message that one of them took is sent, and its delivery is never tried again; so a
   * device that was put off for a moment is tried once more here, and no device gets it twice.
   */
  async function tellAll(all: readonly Addressed[], handling: Handling, signal: AbortSignal) {
    const verdicts = await Promise.all(all.map((one) => tell(one, handling, signal)));
    if (!verdicts.some(({ kind }) => kind === 'taken')) return verdicts;
    return Promise.all(
      verdicts.map(async (verdict, index) => {
        if (verdict.kind !== 'later') return verdict;
        const pause_ms = Math.max(second_try_pause_ms, verdict.retry_after_s * 1000);
        if (pause_ms > second_try_pause_max_ms) return verdict;
        const waited = await sleep(pause_ms, true, { signal }).catch(() => false);
        return waited ? tell(all[index]!, handling, signal) : verdict;
      }),
    );
  }

  async function tell({ device, payload }: Addressed, handling: Handling, signal: AbortSignal) {
    const verdict = await post(device, payload, handling, signal);
    return verdict.kind === 'too_large' ? post(device, shortPayload(payload), handling, signal) : verdict;
  }

  async function post(
    device: Device,
    payload: PushPayload,
    handling: Handling,
    signal: AbortSignal,
  ): Promise<Verdict> {
    const url = new URL(device.endpoint);
    const rest_ms = (resting.get(url.host) ?? 0) - clock.now();
    if (rest_ms > 0) {
      return {
        kind: 'later',
        error: `push_service_away (${url.host})`,
        retry_after_s: Math.ceil(rest_ms / 1000),
      };
    }
    const headers = {
      ...headersOf(handling),
      Authorization: authorization(url),
      'Content-Encoding': 'aes128gcm',
      'Content-Type': 'application/octet-stream',
    };
    const body = encrypt(Buffer.from(JSON.stringify(payload)), device);
    const answer = await services.post({ endpoint: device.endpoint, headers, body }, signal);
    const verdict = verdictOf(answer, url.host);
    const away = answer.status === 503 || (answer.status === null && verdict.kind === 'later');
    if (away)
      rest(url.host, answer.status === null ? unreachable_rest_ms : (answer.retry_after_s ?? 0) * 1000);
    return verdict;
  }

  function rest(host: string, duration_ms: number): void {
    if (resting.size >= hosts_max) resting.clear();
    resting.set(host, clock.now() + duration_ms);
  }

  return { tellAll };
}
