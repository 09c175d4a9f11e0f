import type { PersonalTable } from '../personal-table.ts';
import { ACCOUNT_TABLES } from './accounts.ts';
import { CARRIER_TABLES } from './carriers.ts';
import { LETTER_TABLES } from './letters.ts';
import { MESSAGE_TABLES } from './messages.ts';
import { OWN_TABLES } from './own.ts';
import { STORY_TABLES } from './story.ts';

export { IMPERSONAL_TABLES } from './impersonal.ts';

/**
 * Every table that holds something about people. A new one is a record here, or in impersonal.ts with the reason why it
 * holds nothing: test/privacy/schema.test.ts fails as long as a table or column is in neither.
 *
 * In the order in which they are erased: what finds rows of another table comes after it.
 */
export const PERSONAL_TABLES: readonly PersonalTable[] = [
  ...CARRIER_TABLES,
  ...LETTER_TABLES,
  ...MESSAGE_TABLES,
  ...ACCOUNT_TABLES,
  ...OWN_TABLES,
  ...STORY_TABLES,
];
