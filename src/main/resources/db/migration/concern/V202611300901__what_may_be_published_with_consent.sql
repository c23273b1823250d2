-- Published to the public ledger. Of which cases it may tell once whoever raised them agrees, however he spoke: sorted, answered by
-- a unit, and the answer stands. What is protected for the sake of others is in concern.untold_case and never here.
create view concern.publishable_case as
select c.id
from concern.concern c
where c.matter <> 'M6' and c.channel <> 'LEDGER'
  and (c.state = 'REPLIED'
       or c.state = 'CONCLUDED' and not exists (
           select 1 from concern.step s where s.concern = c.id and s.kind in ('REVIEWED', 'DECLINED')))
  and exists (select 1 from concern.step s where s.concern = c.id and s.kind = 'REPLIED')
  and not exists (select 1 from concern.untold_case u where u.id = c.id);

-- Whether the same came up again after the first answer: the same matter at the same place within ninety days, raised by
-- anybody under a name for all. What is protected never shows in what all may read.
create view concern.recurrence as
select c.id, answered.at as answered_at,
       (select min(l.filed_at)
        from concern.concern l
        where l.matter = c.matter and l.unit = c.unit and btrim(l.place) = btrim(c.place) and l.id <> c.id
          and l.filed_at > answered.at and l.filed_at <= answered.at + interval '90 days'
          and l.reporter_mode = 'NAMED' and not l.restricted and l.kind <> 'REPORT' and l.channel <> 'LEDGER'
          and not exists (select 1 from concern.named n where n.live and n.concern = l.id)
          and not exists (select 1 from concern.split_part p where p.part = l.id)) as returned_at
from concern.concern c
join lateral (select min(s.at) as at from concern.step s where s.concern = c.id and s.kind = 'REPLIED') answered
    on answered.at is not null;

-- Nobody is left who could take anything back: name and receipts went with their time.
create view concern.case_of_nobody as
select c.id
from concern.concern c
where c.reporter is null and not exists (select 1 from concern.receipt r where r.concern = c.id);
