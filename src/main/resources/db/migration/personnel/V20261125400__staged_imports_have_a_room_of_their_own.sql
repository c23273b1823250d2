create schema personnel;

-- A ledger between its preview and its import; swept after a day.
create table personnel.staged_import (
    id          uuid primary key,
    subject     text        not null check (subject in ('UNITS', 'PEOPLE')),
    file_name   text        not null,
    uploaded_by bigint      not null,
    uploaded_at timestamptz not null,
    header      text[]      not null,
    -- an import that is sent twice is done once, and its page says what it did
    applied_at  timestamptz,
    added       int         not null default 0,
    changed     int         not null default 0,
    unchanged   int         not null default 0
);
create table personnel.staged_row (
    import uuid   not null references personnel.staged_import (id) on delete cascade,
    number int    not null,
    cells  text[] not null,
    primary key (import, number)
);
create index staged_import_time on personnel.staged_import (uploaded_at);
