-- It was written with every delivery and again with every change of its status, and only the operator's page read it:
-- that finds what waits by the indexes each status has of its own.
drop index deliveries_waiting_types;
