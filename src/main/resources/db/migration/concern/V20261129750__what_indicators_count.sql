-- Published to the room of indicators: one row per concern, told by its steps and not by how it stands now. Whatever the
-- desk or a unit changed later (matter, grade, lead unit, the promised day) does not show in it.
create index step_split_off on concern.step (cast(data ->> 'part' as bigint)) where kind = 'SPLIT_OFF';

create view concern.counted_case as
select c.id, c.number, c.kind, c.channel, c.reporter, c.clerk, c.unit, c.place, c.filed_at,
       split.concern as split_from, filed.data ->> 'matter' as matter, filed.data ->> 'grade' as grade,
       coalesce(told.first_lead, c.desk_unit) as answering_unit,
       told.acknowledge_by, told.reply_by, told.acknowledged_at, told.answered_at, told.withdrawn_at,
       told.declined, told.recorded, told.raised_again,
       coalesce(stood.seconds, 0) as stopped_seconds
from concern.concern c
join concern.step filed on filed.concern = c.id and filed.place = 1
left join lateral (
    select s.concern from concern.step s
    where s.kind = 'SPLIT_OFF' and cast(s.data ->> 'part' as bigint) = c.id
    limit 1) split on true
cross join lateral (
    select min(s.at) filter (where s.kind = 'ACKNOWLEDGED') as acknowledged_at,
           min(s.at) filter (where s.kind in ('REPLIED', 'DECLINED')) as answered_at,
           min(s.at) filter (where s.kind = 'WITHDRAWN') as withdrawn_at,
           coalesce(bool_or(s.kind = 'DECLINED'), false) as declined,
           coalesce(bool_or(s.kind = 'RECORDED'), false) as recorded,
           coalesce(bool_or(s.kind in ('RAISED_AGAIN', 'REVIEW_ASKED')), false) as raised_again,
           min(cast(s.data -> 'deadlines' ->> 'acknowledgeBy' as timestamptz))
               filter (where s.kind in ('FILED', 'RECLASSIFIED')) as acknowledge_by,
           min(cast(s.data -> 'deadlines' ->> 'replyBy' as timestamptz))
               filter (where s.kind in ('FILED', 'RECLASSIFIED')) as reply_by,
           (array_agg(cast(coalesce(s.data -> 'assignment' -> 'lead' ->> 'value',
                                    s.data -> 'assignment' -> 0 -> 'lead' ->> 'value') as bigint) order by s.place)
               filter (where s.kind in ('ASSIGNED', 'ARBITRATED')
                   or s.kind = 'FOLLOWED' and s.data -> 'assignment' -> 0 is not null))[1] as first_lead
    from concern.step s
    where s.concern = c.id) told
left join lateral (
    select sum(extract(epoch from cast(coalesce(s.data ->> 'from', s.data ->> 'since') as timestamptz))
               * case s.kind when 'RESUMED' then 1 else -1 end) as seconds
    from concern.step s
    where s.concern = c.id and s.kind in ('PAUSED', 'RESUMED') and s.at <= told.answered_at
    having count(*) % 2 = 0) stood on true
-- Reports of wrongdoing stand in no figure of a unit.
where not c.restricted;

-- The one rule of who may see what, for the rows behind a figure.
create function concern.case_seen_by(person bigint, desk bigint[], handle bigint[], lead bigint[], supervise bigint[])
returns table (id bigint)
language sql stable
as $$
    select v.id from concern.visible(person, '', desk, handle, lead, supervise) v
    where v.reporter is distinct from person
$$;
