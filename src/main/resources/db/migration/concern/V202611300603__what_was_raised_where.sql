-- Published to the rooms that look at what rises and returns, for those who may see it: by what concern.case_seen_by gives.
create view concern.raised_case as
select c.id, c.unit, c.matter, c.filed_at,
       (select min(s.at) from concern.step s where s.concern = c.id and s.kind = 'REPLIED') as answered_at
from concern.concern c;

-- Published to be compared between units: what was said under a name and is neither a report of wrongdoing nor about somebody,
-- so that nothing protected moves a figure by one.
create view concern.spoken_openly as
select c.id, c.unit, c.reporter, c.filed_at
from concern.concern c
where c.reporter_mode = 'NAMED' and not c.restricted and c.kind <> 'REPORT' and c.channel <> 'LEDGER'
  and not exists (select 1 from concern.named n where n.live and n.concern = c.id)
  and not exists (select 1 from concern.step s where s.kind = 'SPLIT_OFF' and cast(s.data ->> 'part' as bigint) = c.id);
