create schema audit;

-- Who is a person's id or a task of the clock, never a name or a receipt: the trail outlives both and must not reveal them.
create table audit.entry (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    who     text        not null check (who in ('MEMBER', 'RECEIPT_HOLDER', 'VISITOR', 'CLOCKWORK')),
    person  bigint,
    task    text        not null default '',
    action  text        not null check (length(action) between 1 and 60),
    subject text        not null check (length(subject) between 1 and 120),
    detail  text        not null,
    check ((who = 'MEMBER') = (person is not null)),
    check ((who = 'CLOCKWORK') = (task <> ''))
);
create index entry_subject on audit.entry (subject, id);
create index entry_time on audit.entry (at);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only: % refused', lower(tg_op) using errcode = 'insufficient_privilege';
end $$;

create trigger entry_stays before update or delete on audit.entry
    for each row execute function audit.refuse_change();
create trigger entries_stay before truncate on audit.entry
    for each statement execute function audit.refuse_change();
