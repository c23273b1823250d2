-- Published to the room that hears when a handful says the same: what was said, without what was said in confidence or without a
-- name, reports of wrongdoing, and whatever names somebody or somebody stays out of. Nothing found in it can tell of those.
create view concern.heard_case as
select c.id, c.number, c.unit, c.matter, c.filed_at, c.title, c.words
from concern.concern c
where c.state <> 'WITHDRAWN'
  and c.words <> ''
  and c.channel <> 'LEDGER'
  and c.unit is not null
  and not concern.is_protected(c.reporter_mode, c.restricted)
  and not exists (select 1 from concern.named n where n.concern = c.id)
  and not exists (select 1 from concern.stepped_back b where b.concern = c.id);
