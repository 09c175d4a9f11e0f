-- Orders stored before there was `late_at` have none until their next fact. Whoever looks for late orders asks each of
-- these once, early enough, and writes down when to look again: src/jobs/lateness.ts.
update stories set late_at = latest_open where late_at is null and latest_open is not null;
