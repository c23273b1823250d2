create schema report;

-- A report as it was issued. It stays: what was wrong in it is said by the next number.
create table report.issue (
    id        bigint generated always as identity primary key,
    unit      bigint      not null,
    kind      text        not null check (kind in ('WEEK', 'MONTH', 'YEAR')),
    from_day  date        not null,
    number    int         not null check (number > 0),
    former    bigint unique references report.issue (id),
    open      boolean     not null,
    contents  text        not null,
    digest    text        not null check (length(digest) = 64),
    issued_at timestamptz not null,
    issued_by bigint,
    unique (unit, kind, from_day, number),
    check ((number = 1) = (former is null))
);
comment on column report.issue.open is 'Whether the people of the unit read all of it, and not only the sheet.';
comment on column report.issue.issued_by is 'Nobody where the installation issued it when its day came.';
create index on report.issue (from_day desc, id desc);

create function report.issues_stay() returns trigger language plpgsql as $$
begin
    raise exception 'a report that was issued is never changed or removed';
end $$;
create trigger issues_stay before update or delete on report.issue
    for each row execute function report.issues_stay();
create trigger issues_are_not_emptied before truncate on report.issue
    for each statement execute function report.issues_stay();

create table report.subscription (
    person bigint      not null,
    unit   bigint      not null,
    kind   text        not null check (kind in ('WEEK', 'MONTH')),
    since  timestamptz not null,
    primary key (person, unit, kind)
);
create index on report.subscription (kind, unit);

-- Whoever has it here was owed this report once, and is owed it no second time.
create table report.owed (
    unit     bigint not null,
    kind     text   not null,
    from_day date   not null,
    person   bigint not null,
    primary key (unit, kind, from_day, person)
);
