-- The name of a reporter in confidence lies in the vault; here he is an alias, below zero, which counts him and does not
-- name him. What was filed before is moved when the product starts; until then these rules look at new rows alone.
alter table concern.concern
    add constraint reporter_by_alias
        check (reporter_mode <> 'CONFIDENTIAL' or reporter < 0) not valid,
    add constraint reporter_by_id
        check (reporter_mode <> 'NAMED' or reporter > 0);
create index concern_not_moved on concern.concern (id) where reporter_mode = 'CONFIDENTIAL' and reporter > 0;

-- The one rule of who may see what, for the rows behind a figure; nobody's own.
drop function concern.case_seen_by(bigint, bigint[], bigint[], bigint[], bigint[]);
create function concern.case_seen_by(person bigint, alias bigint, desk bigint[], handle bigint[], lead bigint[],
    supervise bigint[])
returns table (id bigint)
language sql stable
as $$
    select v.id from concern.visible(person, '', desk, handle, lead, supervise) v
    where v.reporter is distinct from person and v.reporter is distinct from alias
$$;
