-- Published to the rooms that report. Reports of wrongdoing stand in neither view, and no word of a worker does.
create view concern.tally as
select c.id as concern, c.number, c.unit, coalesce(c.lead_unit, c.desk_unit) as responsible,
       substr(c.matter, 1, 1) as area, c.kind, c.over, c.filed_at, c.changed_at, taken.*,
       case when taken.raised_again_at is null then c.reply_by else coalesce(first.due, c.reply_by) end as due_at
from concern.concern c
cross join lateral (
    select min(s.at) filter (where s.kind in ('ACCEPTED', 'ASSIGNED', 'RECORDED')) as accepted_at,
           min(s.at) filter (where s.kind in ('REPLIED', 'RECORDED', 'DECLINED')) as answered_at,
           min(s.at) filter (where s.kind = 'ASSIGNED') as assigned_at,
           min(s.at) filter (where s.kind = 'HANDED_BACK') as handed_back_at,
           min(s.at) filter (where s.kind = 'EXTENSION_GRANTED') as extended_at,
           min(s.at) filter (where s.kind = 'ESCALATED') as escalated_at,
           min(s.at) filter (where s.kind = 'RAISED_AGAIN') as raised_again_at,
           min(s.at) filter (where s.kind = 'REVIEW_ASKED') as review_asked_at,
           max(s.at) filter (where s.kind = 'CONCLUDED') as concluded_at,
           min(s.at) filter (where s.kind in ('WITHDRAWN', 'CONCLUDED')) as over_at,
           (array_agg(s.data -> 'reply' ->> 'outcome' order by s.place)
               filter (where s.kind in ('REPLIED', 'RECORDED')))[1] as outcome
    from concern.step s
    where s.concern = c.id) taken
-- The day that was promised before the worker took it up again and a new promise began.
left join lateral (
    select max(cast(coalesce(s.data -> 'deadlines' ->> 'replyBy', s.data ->> 'until') as timestamptz)) as due
    from concern.step s
    where s.concern = c.id and s.at < taken.raised_again_at
      and s.kind in ('FILED', 'RECLASSIFIED', 'EXTENSION_GRANTED')) first on true
where not c.restricted and c.grade <> 'U5' and c.kind <> 'REPORT';

-- What may hang on a wall: spoken under a name, concluded, never reviewed; which rule decided it, and no more.
create view concern.posted as
select c.number, c.matter, c.unit, c.lead_unit, concluded.at as concluded_at,
       answer.data -> 'reply' ->> 'outcome' as outcome, answer.data -> 'reply' ->> 'basis' as basis
from concern.concern c
join lateral (
    select max(s.at) as at from concern.step s where s.concern = c.id and s.kind = 'CONCLUDED') concluded
    on concluded.at is not null
join lateral (
    select s.data from concern.step s
    where s.concern = c.id and s.kind in ('REPLIED', 'RECORDED')
    order by s.place desc
    limit 1) answer on true
where c.state = 'CONCLUDED' and c.reporter_mode = 'NAMED' and c.lead_unit is not null
  and not c.restricted and c.grade <> 'U5' and c.kind <> 'REPORT'
  and not exists (select 1 from concern.step s where s.concern = c.id and s.kind = 'REVIEWED');
