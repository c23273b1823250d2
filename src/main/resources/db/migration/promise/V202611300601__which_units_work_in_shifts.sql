-- Published to the other rooms: units that work by a roster today, by their own or by that of the next above that has one.
create view promise.shift_unit as
select l.unit
from organization.unit_line l
join lateral (
    select r.roster from promise.unit_roster r
    where r.unit = l.above and r.from_date <= current_date
    order by r.from_date desc, r.id desc
    limit 1) own on true
group by l.unit
having (array_agg(own.roster order by l.distance))[1] <> '';
