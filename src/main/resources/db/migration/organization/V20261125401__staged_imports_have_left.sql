-- They lie in schema personnel now. A ledger waits a day at most between its preview and its import; whoever uploaded one
-- just before this update uploads it again.
drop table organization.staged_row;
drop table organization.staged_import;
