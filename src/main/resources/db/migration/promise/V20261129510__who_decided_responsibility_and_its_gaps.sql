alter table promise.responsibility
    add column decided_by text        not null default '',
    add column decided_at timestamptz not null default now();

-- A concern came in for which the table had nobody.
create table promise.responsibility_gap (
    matter   text        not null references promise.matter (code),
    unit     bigint      not null,
    times    int         not null check (times > 0),
    first_at timestamptz not null,
    last_at  timestamptz not null,
    primary key (matter, unit)
);
