-- 护航: who may look after whoever raised a concern, the best first. Never somebody who stays out of it, who handles it or has
-- it, who works in the unit that answers, nor anybody of a unit in which one of the named has a post or a role, whatever the
-- rule of recusal lets that unit see; only of the highest unit the others remain, because nobody stands above it.
-- 1: a supervisor who never touched it, of another office than the one that has it. 2: a desk of another office, but not of a
-- report of wrongdoing, of which only supervisors know. 3: any other supervisor.
create function concern.guardians(subject bigint, reporter bigint)
returns table (person bigint, rank int, distance int)
language sql stable
as $$
    with raised as (
        select c.* from concern.concern c where c.id = subject),
    accused_unit as (
        select l.unit
        from concern.named n
        cross join lateral (
            select u.unit from concern.closed_unit u where u.named = n.id
            union select n.unit where n.unit is not null
            union select p.unit from concern.place_of_person p where p.person = n.person) own
        join organization.unit_card card on card.id = own.unit and card.parent is not null
        join organization.unit_line l on l.above = own.unit
        where n.concern = subject and n.live),
    candidate as (
        select h.person, h.role, h.unit, min(l.distance) as distance
        from raised c
        join organization.unit_line l on l.unit in (c.desk_unit, c.lead_unit, c.unit)
        join identity.role_holder h on h.unit = l.above and h.role in ('SUPERVISOR', 'DESK_OFFICER')
        join organization.person_card p on p.id = h.person and p.left_on is null
        group by h.person, h.role, h.unit),
    ranked as (
        select k.person, k.distance,
               case
                   when k.role = 'SUPERVISOR' and not touched.it and not same_office.it then 1
                   when k.role = 'DESK_OFFICER' and not touched.it and not c.restricted and k.unit <> c.desk_unit then 2
                   when k.role = 'SUPERVISOR' then 3
               end as rank
        from candidate k
        cross join raised c
        cross join lateral (
            select exists (select 1 from concern.step s where s.concern = c.id and s.by_person = k.person) as it) touched
        cross join lateral (
            select exists (
                select 1 from identity.role_holder o
                where o.person = c.owner_person and o.role = 'SUPERVISOR' and o.unit = k.unit) as it) same_office
        where k.person is distinct from guardians.reporter
          and k.person is distinct from c.clerk
          and k.person <> c.owner_person
          and not exists (select 1 from concern.excluded x where x.concern = c.id and x.person = k.person)
          and not exists (
              select 1 from concern.place_of_person p
              where p.person = k.person and p.unit in (select a.unit from accused_unit a))
          and not exists (
              select 1
              from identity.role_holder h
              join organization.unit_line l on l.above = h.unit or l.unit = h.unit
              where h.person = k.person
                and (h.role in ('HANDLER', 'UNIT_LEADER') or h.role = 'DESK_OFFICER' and c.lead_unit is null
                     and h.unit = c.desk_unit and not c.restricted)
                and (case when l.above = h.unit then l.unit else l.above end)
                    = any (array_append(c.assisting, coalesce(c.lead_unit, c.desk_unit))))
          and not exists (
              select 1
              from organization.person_card p
              join organization.unit_line l on l.unit = p.unit and l.above = c.lead_unit
              join organization.unit_card u on u.id = c.lead_unit and u.parent is not null
              where p.id = k.person))
    select r.person, min(r.rank), min(r.distance)
    from ranked r
    where r.rank is not null
    group by r.person
    order by min(r.rank), min(r.distance), r.person
$$;
