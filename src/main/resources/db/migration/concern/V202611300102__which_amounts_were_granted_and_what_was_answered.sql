-- Published to the room that compares. What an answer granted in money, as of its day; of reports of wrongdoing nothing.
create view concern.granted_amount as
select s.concern, s.at, cast(s.data -> 'reply' ->> 'amount' as numeric) as amount
from concern.step s
join concern.concern c on c.id = s.concern and not c.restricted
where s.kind = 'REPLIED' and s.data -> 'reply' ->> 'amount' is not null;

-- What was answered to what, to find answers that were pasted: the facts and the opinion, as those are what a case is owed of
-- its own. Without what was said in confidence or without a name, reports of wrongdoing, and what names somebody or somebody
-- stays out of; and without what was answered together with another, which the desk found to be the same.
create view concern.answer_in_words as
select c.id as concern, c.number, c.matter, c.title, c.words, coalesce(c.lead_unit, c.desk_unit) as unit, s.at,
       concat_ws(E'\n', s.data -> 'reply' ->> 'facts', s.data -> 'reply' ->> 'opinion') as answer
from concern.concern c
join lateral (
    select step.at, step.data from concern.step step
    where step.concern = c.id and step.kind = 'REPLIED'
    order by step.place desc limit 1) s on true
where c.words <> ''
  and c.channel <> 'LEDGER'
  and not concern.is_protected(c.reporter_mode, c.restricted)
  and not exists (select 1 from concern.named n where n.concern = c.id)
  and not exists (select 1 from concern.stepped_back b where b.concern = c.id)
  and not exists (select 1 from concern.step l where l.concern = c.id and l.kind = 'LINKED');
