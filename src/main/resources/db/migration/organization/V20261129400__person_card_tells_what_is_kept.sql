-- A personnel system asks for its people by what it keeps of them, too.
create or replace view organization.person_card as
select p.id, p.staff_number, p.name, p.left_on, a.unit, a.title, p.employment, p.phone
from organization.person p
left join lateral (
    select post.unit, post.title
    from organization.appointment appointment
    join organization.post post on post.id = appointment.post
    where appointment.person = p.id
      and appointment.from_date <= current_date
      and (appointment.until_date is null or appointment.until_date >= current_date)
    order by appointment.main desc, appointment.from_date desc, appointment.id desc
    limit 1) a on true;
