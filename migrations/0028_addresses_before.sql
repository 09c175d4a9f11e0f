-- The addresses an account had before, oldest first, and those its orders had: each of the old mailboxes can put its own
-- back, however many changes came after it.
alter table customer_accounts add column emails_before text[] not null default '{}';
alter table contacts add column emails_before text[];
update contacts set emails_before = array[email_before] where email_before is not null;
alter table contacts drop column email_before;
