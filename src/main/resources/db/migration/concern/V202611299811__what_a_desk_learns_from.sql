-- Published to the room that learns which matter a concern is: what a desk has sorted and everybody at that desk may read. What
-- was said in confidence or without a name, reports of wrongdoing, and whatever names somebody or somebody stays out of are not
-- there, so that nothing learnt could tell of them.
create view concern.sorted_case as
select c.id, c.desk_unit, c.matter, c.title, c.words, c.changed_at
from concern.concern c
where c.matter <> 'M6'
  and (c.lead_unit is not null or c.channel = 'LEDGER')
  and c.state <> 'WITHDRAWN'
  and c.words <> ''
  and not concern.is_protected(c.reporter_mode, c.restricted)
  and not exists (select 1 from concern.named n where n.concern = c.id)
  and not exists (select 1 from concern.stepped_back b where b.concern = c.id);
