-- What somebody who signs in by their address alone can do with all of their orders, whatever id the shop gave them.

-- False: orders that are not over are erased too, since the shop wants it so.
alter table erasures add column keep_open bool not null default true;
-- Money to be paid back needs nobody's name: such orders are looked at again.
update erased_orders set kept_for = null where kept_for = 'refund' and erased_at is null;

-- The address before its buyer changed that of their account: what the old mailbox can put back. Null: never changed so.
alter table contacts add column email_before text;
