alter table verdict.answer
    add column counts_for bigint,
    add column case_of    bigint,
    add column apart      boolean not null default false;
update verdict.answer set counts_for = unit, case_of = concern;
alter table verdict.answer
    alter column counts_for set not null,
    alter column case_of set not null;
comment on column verdict.answer.unit is 'The one that answered, which is asked to show how it stands.';
comment on column verdict.answer.counts_for is 'The first that had to answer: handing a concern on hands no verdict on.';
comment on column verdict.answer.case_of is 'The concern from which this one was split, or itself.';
comment on column verdict.answer.apart is 'In no figure: a question or a suggestion, or spoken by somebody who answers for that unit.';
create index on verdict.answer (case_of);
create index on verdict.answer (counts_for, answered_at) where counts;
