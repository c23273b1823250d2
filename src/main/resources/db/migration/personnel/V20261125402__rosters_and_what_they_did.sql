-- A roster waits for its application like any other file, with the unit and the day that it speaks of.
alter table personnel.staged_import drop constraint staged_import_subject_check;
alter table personnel.staged_import add constraint staged_import_subject_check
    check (subject in ('UNITS', 'PEOPLE', 'ROSTER'));
alter table personnel.staged_import add column unit bigint;
alter table personnel.staged_import add column day date;
alter table personnel.staged_import add constraint staged_import_scope
    check ((subject = 'ROSTER') = (unit is not null) and (unit is null) = (day is null));

-- What was done stays, when the rows of the file are long swept.
create table personnel.roster (
    id         uuid        primary key,
    unit       bigint      not null,
    day        date        not null,
    file_name  text        not null,
    applied_by bigint      not null,
    applied_at timestamptz not null,
    people     int         not null check (people >= 0),
    joined     int         not null check (joined >= 0),
    moved      int         not null check (moved >= 0),
    gone       int         not null check (gone between 0 and people),
    corrected  int         not null check (corrected >= 0),
    waiting    int         not null check (waiting >= 0),
    reason     text        not null
);
create index roster_time on personnel.roster (applied_at desc);
