-- Who sent a report before could not say whether it may climb; so it does not.
alter table sealed.report add column climbs boolean not null default false;
alter table sealed.report alter column climbs drop default;

alter table sealed.step drop constraint step_kind_check, drop constraint step_check;
alter table sealed.step add constraint step_kind_check check (kind in (
    'OPENED', 'ANSWERED', 'ENOUGH', 'NOT_ENOUGH', 'RECOVERY', 'GIVEN', 'LATE', 'PEACE', 'TROUBLE', 'GUARDED', 'HELPED'));
alter table sealed.step add constraint step_of_the_sender check (
    (kind in ('ENOUGH', 'NOT_ENOUGH', 'PEACE', 'TROUBLE')) = (person is null));

-- Who looks after a sender whom somebody gives trouble; the one whose time has not ended has it.
create table sealed.guardian (
    report   bigint      not null references sealed.report,
    place    int         not null check (place >= 0),
    person   bigint      not null,
    unit     bigint      not null,
    due_at   timestamptz not null,
    ended_at timestamptz,
    primary key (report, place)
);
create unique index one_guardian_of_a_sender on sealed.guardian (report) where ended_at is null;
create index guardian_of on sealed.guardian (person);
