-- What hung on the notice board and was taken down again: since when, by whom, by which rule. Only added to.
create table concern.taken_down (
    concern  bigint      primary key references concern.concern (id),
    at       timestamptz not null,
    rule     text        not null check (rule in ('REPORTER', 'IDENTIFIES', 'MISTAKEN')),
    by_person bigint,
    check ((rule = 'REPORTER') = (by_person is null))
);

alter view concern.posted rename to posted_before;
create view concern.posted as
select p.* from concern.posted_before p
where not exists (
    select 1 from concern.taken_down t join concern.concern c on c.id = t.concern where c.number = p.number);

-- Published to the rooms that have already told of it.
create view concern.taken_down_number as
select c.number, t.at, t.rule
from concern.taken_down t
join concern.concern c on c.id = t.concern;
