-- Whoever raised it says that others have met the same, and which concern is likest to his: a proposal to whoever may link them.
create table concern.joined (
    concern bigint      primary key references concern.concern (id) deferrable initially deferred,
    main    bigint      not null references concern.concern (id),
    at      timestamptz not null,
    check (concern <> main)
);

-- Which concerns somebody may be told of without a word of them: of people under their name, open, of no danger to life, and
-- closed to nobody. Whoever counts, counts the people behind them.
create view concern.joinable as
select c.id, c.reporter as person, c.unit, c.desk_unit
from concern.concern c
where c.reporter_mode = 'NAMED' and c.reporter is not null and not c.over and c.grade <> 'U0'
  and c.state not in ('LINKED', 'REPLIED', 'DECLINED', 'REVIEWED')
  and not exists (select 1 from concern.untold_case u where u.id = c.id);
