-- People are found by the initials of their names and by the beginning of a staff number.
alter table organization.person add column initials text not null default '';
create index person_initials on organization.person (initials text_pattern_ops);
create index person_sound on organization.person (replace(name_key, ' ', '') text_pattern_ops);
create index person_number on organization.person (lower(staff_number) text_pattern_ops);

-- A unit may be founded and dissolved on one day; valid_until is the first day without it.
alter table organization.unit drop constraint unit_check;
alter table organization.unit add constraint unit_dates check (valid_until is null or valid_until >= valid_from);

-- A person works in one place at a time, whatever else he does besides.
create unique index appointment_main on organization.appointment (person) where main and until_date is null;

-- A ledger between its preview and its import; swept after a day.
create table organization.staged_import (
    id         uuid primary key,
    subject    text        not null check (subject in ('UNITS', 'PEOPLE')),
    file_name  text        not null,
    uploaded_by bigint     not null,
    uploaded_at timestamptz not null,
    header     text[]      not null
);
create table organization.staged_row (
    import uuid   not null references organization.staged_import (id) on delete cascade,
    number int    not null,
    cells  text[] not null,
    primary key (import, number)
);
create index staged_import_time on organization.staged_import (uploaded_at);
