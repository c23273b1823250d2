-- Published to the room of verdicts: every answer with the unit that gave it, also those of which nobody was told when
-- they were given. The same that TakenSteps tells of a single step.
create view concern.given_answer as
select c.id as concern, cast(row_number() over (partition by c.id order by s.place) as int) as answer, c.number,
       coalesce(led.unit, c.desk_unit) as unit, c.reporter as speaker,
       c.restricted or c.reporter_mode <> 'NAMED' as in_confidence, c.restricted, s.at as answered_at,
       exists (
           select 1 from concern.step later
           where later.concern = c.id and later.place > s.place
             and later.kind in ('REPLIED', 'DECLINED', 'REVIEWED', 'RAISED_AGAIN', 'REVIEW_ASKED', 'WITHDRAWN')) as settled
from concern.concern c
join concern.step s on s.concern = c.id and s.kind in ('REPLIED', 'DECLINED', 'REVIEWED')
left join lateral (
    select cast(coalesce(a.data -> 'assignment' -> 'lead' ->> 'value',
                         a.data -> 'assignment' -> 0 -> 'lead' ->> 'value') as bigint) as unit
    from concern.step a
    where a.concern = c.id and a.place < s.place and a.kind in ('ASSIGNED', 'ARBITRATED', 'FOLLOWED')
    order by a.place desc
    limit 1) led on true;
