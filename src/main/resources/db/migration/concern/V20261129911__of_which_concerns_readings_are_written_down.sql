-- The one rule: where somebody did not speak under a name for all, or reports wrongdoing, every reading is written down.
create function concern.is_protected(reporter_mode text, restricted boolean) returns boolean
language sql immutable
as $$ select reporter_mode <> 'NAMED' or restricted $$;

-- Published to the room of indicators, whose rows are read too.
create view concern.protected_case as
select c.number from concern.concern c where concern.is_protected(c.reporter_mode, c.restricted);
