import { describe, expect, test } from 'vitest';
import { refusalOf } from './staff.ts';

const someone = (
  id: string,
  role: 'owner' | 'staff' | 'viewer',
  second_step: 'passkey' | null = 'passkey',
) => ({
  ...{ id, role, second_step },
  kind: 'seller' as const,
});
const ann = someone('ann', 'owner');
const ben = someone('ben', 'owner');
const cleo = someone('cleo', 'staff');

describe('who may change the access of whom', () => {
  test.each([
    ['an owner removes staff', [ann, cleo], { person: 'cleo', by: 'ann', becomes: null }, null],
    ['an owner makes staff an owner', [ann, cleo], { person: 'cleo', by: 'ann', becomes: 'owner' }, null],
    ['an owner removes another owner', [ann, ben], { person: 'ben', by: 'ann', becomes: null }, null],
    ['the shop removes one owner of two', [ann, ben], { person: 'ben', by: null, becomes: null }, null],
    ['staff remove nobody', [ann, cleo], { person: 'ann', by: 'cleo', becomes: null }, 'not_allowed'],
    ['nor does who is gone', [ann], { person: 'ann', by: 'ben', becomes: null }, 'not_allowed'],
    ['nobody is of another desk', [ann], { person: 'else', by: 'ann', becomes: null }, 'not_found'],
    ['nobody removes themselves', [ann, ben], { person: 'ann', by: 'ann', becomes: null }, 'self'],
    ['or makes less of themselves', [ann, ben], { person: 'ann', by: 'ann', becomes: 'staff' }, 'self'],
    ['the last owner stays', [ann, cleo], { person: 'ann', by: null, becomes: null }, 'last_owner'],
    ['as an owner', [ann, cleo], { person: 'ann', by: null, becomes: 'viewer' }, 'last_owner'],
    ['which she is already', [ann, cleo], { person: 'ann', by: null, becomes: 'owner' }, null],
    [
      'an owner who cannot sign in yet is no other owner',
      [ann, someone('new', 'owner', null)],
      { person: 'ann', by: null, becomes: null },
      'last_owner',
    ],
  ] as const)('%s', (_, team, wish, refusal) => {
    expect(refusalOf(team, wish)).toBe(refusal);
  });
});
