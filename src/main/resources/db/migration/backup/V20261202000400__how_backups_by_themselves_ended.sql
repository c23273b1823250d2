-- Each backup that was made by itself, or was to be; whichever node looks after the next one reads here whether it is due.
create schema if not exists backup;

create table backup.outcome (
    id       bigint      generated always as identity primary key,
    kind     text        not null check (kind in ('ROWS', 'BASE')),
    begun_at timestamptz not null,
    ended_at timestamptz not null,
    -- What to do about it stands in it as well. Empty where all went well.
    trouble  text        not null
);
create index outcome_newest on backup.outcome (kind, begun_at desc);
