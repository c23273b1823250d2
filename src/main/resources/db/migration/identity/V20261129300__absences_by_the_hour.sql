-- Somebody is away from one moment to another, underground for a shift or on leave for days; a deputy he may have named.
-- Whoever has none is stood in for by the next in line, so an absence without a deputy is an absence too.
alter table identity.deputy rename to absence;
alter table identity.absence
    alter column deputy drop not null,
    add column kind       text not null default 'LEAVE' check (kind in ('LEAVE', 'UNDERGROUND')),
    add column from_at    timestamptz,
    add column until_at   timestamptz,
    add column entered_by bigint;
update identity.absence
set from_at = from_date::timestamp at time zone 'Asia/Shanghai',
    until_at = (until_date + 1)::timestamp at time zone 'Asia/Shanghai';
alter table identity.absence
    alter column kind drop default,
    alter column from_at set not null,
    alter column until_at set not null,
    drop column from_date,
    drop column until_date,
    add check (until_at > from_at);
create index absence_deputy on identity.absence (deputy, until_at) where ended_at is null and deputy is not null;
create index absence_person on identity.absence (person, until_at) where ended_at is null;

create table identity.usual_deputy (
    person   bigint primary key,
    deputy   bigint      not null,
    named_at timestamptz not null,
    check (person <> deputy)
);
