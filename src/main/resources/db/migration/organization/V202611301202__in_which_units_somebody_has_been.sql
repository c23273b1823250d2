-- For the file of a correspondent: where somebody works and worked.
create view organization.person_history as
select a.person, p.unit, p.title, a.main, a.from_date, a.until_date
from organization.appointment a
join organization.post p on p.id = a.post;
