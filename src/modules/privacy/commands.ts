import type { Command } from '../../story/command.ts';

/** Asked when a person is erased, of each of their orders. */
export type EraseBuyer = Command<
  'EraseBuyer',
  {
    pseudonym: string;
    /** It is erased however it stands: its shop wants it so, or it has been kept as long as anything is. */
    at_last: boolean;
  }
>;
