import type { ChannelName, Preferences, TypeWishes } from '../../modules/notifications/preferences/index.ts';
import { buyerTypes } from './kinds.ts';

/** Sets of wishes most people want one of. Language, zone and hours stay as they are. */
export const PRESETS = ['everything', 'essentials', 'daily'] as const;
export type Preset = (typeof PRESETS)[number];

/** What is mandatory, and who stands at the door: this is what a preset never takes away. */
const at_the_door = new Set(['shipment_out_for_delivery', 'shipment_attempt_failed', 'pickup_expiring']);

export function withPreset(preset: Preset, before: Preferences): Preferences {
  const types: Record<string, TypeWishes> = { ...before.types };
  for (const type of buyerTypes()) {
    delete types[type.name];
    const essential = type.class === 'mandatory' || at_the_door.has(type.name);
    if (preset === 'essentials' && type.class === 'operational' && !essential) {
      types[type.name] = offOn(['email', ...type.also]);
    }
    // What cannot wait is never gathered, whatever is wished.
    if (preset === 'daily' && type.class !== 'promotional' && type.timing === 'waking_hours') {
      types[type.name] = { email: 'digest', ...offOn(type.also) };
    }
  }
  return { ...before, types };
}

/** The preset these wishes are; null: their own. */
export function presetOf(preferences: Preferences): Preset | null {
  const types = canonical(preferences.types);
  return PRESETS.find((preset) => canonical(withPreset(preset, preferences).types) === types) ?? null;
}

function offOn(channels: readonly ChannelName[]): TypeWishes {
  return Object.fromEntries(channels.map((channel) => [channel, 'off' as const]));
}

function canonical(types: Preferences['types']): string {
  const of_buyers = buyerTypes().flatMap(({ name }) => {
    const wishes = Object.entries(types[name] ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
    return wishes.length > 0 ? [[name, wishes]] : [];
  });
  return JSON.stringify(of_buyers);
}
