import type { Command } from '../../story/command.ts';

/** Asked when a person is erased, of each of their orders. */
export type EraseBuyer = Command<
  'EraseBuyer',
  {
    pseudonym: string;
    /** It has been kept for its sake as long as anything is: it is erased however it stands. */
    at_last: boolean;
  }
>;
