-- Of which cases nothing at all may be told in public, whatever was published of them before: whoever publishes asks each time.
create view concern.untold_case as
select c.id
from concern.concern c
where c.restricted or c.grade = 'U5' or c.kind = 'REPORT'
   or exists (select 1 from concern.named n where n.live and n.concern = c.id)
   or exists (select 1 from concern.stepped_back b where b.concern = c.id)
   or exists (select 1 from concern.taken_down t where t.concern = c.id);

-- Of which cases a reply may be proposed as an answer for all: spoken under a name, sorted, answered, and the answer stands.
create view concern.tellable_case as
select c.id
from concern.concern c
where c.reporter_mode = 'NAMED' and c.reporter is not null and c.matter <> 'M6'
  and (c.state = 'REPLIED'
       or c.state = 'CONCLUDED' and not exists (
           select 1 from concern.step s where s.concern = c.id and s.kind in ('REVIEWED', 'DECLINED')))
  and exists (select 1 from concern.step s where s.concern = c.id and s.kind in ('REPLIED', 'RECORDED'))
  and not exists (select 1 from concern.untold_case u where u.id = c.id);
