-- An answer that a review found wrong is shown to nobody from that moment; a wording that became public since then is.
create or replace view knowledge.shown as
select q.number, q.concern, q.desk_unit, q.unit, q.matter, w.id as wording, w.place, w.asked, w.answer, w.basis, w.public_at
from knowledge.question q
join knowledge.wording w on w.question = q.number and w.state = 'PUBLIC'
where not exists (select 1 from knowledge.taken_down t where t.question = q.number)
  and not exists (select 1 from concern.untold_case u where u.id = q.concern)
  and not exists (select 1 from concern.overturned_answer o where o.id = q.concern and o.at >= w.public_at);
