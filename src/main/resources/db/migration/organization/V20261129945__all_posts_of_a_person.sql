-- Published to the other rooms: every post that somebody holds today, not only his main one.
create view organization.person_post as
select a.person, p.unit, p.leads
from organization.appointment a
join organization.post p on p.id = a.post
where a.from_date <= current_date
  and (a.until_date is null or a.until_date >= current_date);
