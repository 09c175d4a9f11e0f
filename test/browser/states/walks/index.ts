import type { RunningProduct } from '../../../privacy/product.ts';
import type { Cases } from '../orders.ts';
import type { Reader } from '../reader.ts';
import { BUYERS_ACCOUNT } from './account.ts';
import { DESKS } from './desks.ts';
import { NOBODY } from './nobody.ts';
import { ORDER } from './order.ts';
import { TROUBLE } from './trouble.ts';

export interface Stage {
  running: RunningProduct;
  cases: Cases;
}

/** What a page can look like after something was done, and what brings it about. */
export interface State {
  /** Of its picture too: `withdraw-missing`. */
  name: string;
  /** 200 unless it says otherwise. */
  status?: number;
  /** From where the state before it ended. */
  reach(reader: Reader, stage: Stage): Promise<unknown>;
}

/** What one person does with one browser, step by step. */
export interface Walk {
  who: string;
  states: readonly State[];
}

/** A new way a page can look is one more line in one of these. */
export const WALKS: readonly Walk[] = [...NOBODY, ...ORDER, ...TROUBLE, ...BUYERS_ACCOUNT, ...DESKS];
