-- Who works behind a desk, as its owner sees them (src/modules/accounts/staff.ts).

-- When they last showed who they are: with a sign-in, or a second step. Sessions, which know it too, are deleted.
alter table staff_accounts add column signed_in_at timestamptz;

-- What the invited are called by whoever invites them; empty: nobody said.
alter table invitations add column name text not null default '';
