-- By when somebody outside has to look at how it was declined or withdrawn, while nobody has.
alter table concern.concern add column look_by timestamptz;
create index concern_look on concern.concern (look_by, id) where look_by is not null;

-- Who stands outside of the line of those who answer: a supervisor on his own account, from above the unit that leads, who
-- neither works in it nor handles or leads anything above or below those who take part. Nobody stands above the highest
-- unit; there its own supervisors are the ones. While no unit leads, it is the desk that answers.
create function concern.stands_outside(someone bigint, desk bigint, lead bigint, assisting bigint[]) returns boolean
language sql stable
as $$
    select exists (
            select 1
            from identity.role_holder h
            join organization.unit_line l on l.above = h.unit and l.unit in (desk, lead)
            where h.person = someone and h.role = 'SUPERVISOR'
              and not exists (select 1 from organization.unit_card u
                  where u.id = lead and u.id = h.unit and u.parent is not null))
       and not exists (
            select 1
            from identity.role_holder h
            join organization.unit_line l on l.above = h.unit or l.unit = h.unit
            where h.person = someone
              and (h.role in ('HANDLER', 'UNIT_LEADER') or h.role = 'DESK_OFFICER' and lead is null)
              and (case when l.above = h.unit then l.unit else l.above end) = any (array_append(assisting, coalesce(lead, desk))))
       and not exists (
            select 1
            from organization.person_card p
            join organization.unit_line l on l.unit = p.unit and l.above = lead
            join organization.unit_card u on u.id = lead and u.parent is not null
            where p.id = someone)
$$;

-- Published to whoever counts: how a case ended without being answered, and whether somebody outside stands for it. A reply
-- that finds nothing to answer is out only when it is signed; of the others none is asked that lie before there were looks.
create view concern.ended_case as
select c.id, ended.ending, ended.at as ended_at, ended.look_by,
       case when ended.kind = 'REPLIED' then ended.at else looked.confirmed_at end as confirmed_at,
       looked.set_aside_at,
       looked.set_aside_at is null
           and (ended.kind = 'REPLIED' or ended.look_by is null or looked.confirmed_at is not null) as stands
from concern.concern c
cross join lateral (
    select s.place, s.at, s.kind, cast(s.data ->> 'lookBy' as timestamptz) as look_by,
           case s.kind when 'REPLIED' then s.data -> 'reply' ->> 'finding' else s.kind end as ending
    from concern.step s
    where s.concern = c.id
      and s.kind in ('REPLIED', 'RECORDED', 'DECLINED', 'WITHDRAWN', 'RAISED_AGAIN', 'REVIEW_ASKED', 'REVIEWED')
    order by s.place desc
    limit 1) ended
cross join lateral (
    select min(s.at) filter (where s.kind = 'ENDING_CONFIRMED') as confirmed_at,
           min(s.at) filter (where s.kind in ('DECLINATION_SET_ASIDE', 'WITHDRAWAL_SET_ASIDE')) as set_aside_at
    from concern.step s
    where s.concern = c.id and s.place > ended.place) looked
-- Reports of wrongdoing stand in no figure of a unit.
where not c.restricted and ended.ending in ('UNREASONABLE', 'UNVERIFIABLE', 'DECLINED', 'WITHDRAWN');
