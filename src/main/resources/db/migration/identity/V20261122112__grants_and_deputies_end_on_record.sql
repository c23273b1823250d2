-- A grant that was given and taken back on one day cannot say so with dates alone.
alter table identity.role_grant
    add column ended_at timestamptz,
    add column ended_by bigint;
alter table identity.deputy
    add column ended_at timestamptz;

create index role_grant_open on identity.role_grant (role, unit) where ended_at is null;

create or replace view identity.role_holder as
select g.unit, g.role, g.person, g.id as grant_id
from identity.role_grant g
where g.from_date <= current_date
  and (g.until_date is null or g.until_date >= current_date)
  and g.ended_at is null;
