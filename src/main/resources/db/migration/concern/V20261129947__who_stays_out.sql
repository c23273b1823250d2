-- Who is named, who stepped back, and which units stay out with the named. Together with the roles of today this is all by
-- which somebody loses sight of a concern; every list, count, figure, search, notice and address asks concern.excluded.
create table concern.named (
    id      bigint generated always as identity primary key,
    concern bigint  not null references concern.concern (id) deferrable initially deferred,
    person  bigint,
    unit    bigint,
    -- A wrong naming is withdrawn, never removed.
    live    boolean not null default true,
    check ((person is null) <> (unit is null))
);
create unique index named_person on concern.named (concern, person) where live and person is not null;
create unique index named_unit on concern.named (concern, unit) where live and unit is not null;
create index named_by_person on concern.named (person) where live and person is not null;

-- Only added to while the naming stands: somebody who is moved away does not get his old unit back into it.
create table concern.closed_unit (
    named     bigint not null references concern.named (id),
    unit      bigint not null,
    -- NOBODY: only the receiving office has to stand above it.
    closed_to text   not null check (closed_to in ('NOBODY', 'LEADERS', 'EVERYBODY')),
    primary key (named, unit)
);
create index closed_unit_unit on concern.closed_unit (unit);

create table concern.stepped_back (
    concern bigint not null references concern.concern (id) deferrable initially deferred,
    person  bigint not null,
    primary key (concern, person)
);
create index stepped_back_person on concern.stepped_back (person);

-- The one rule of who may not see what, whatever else he may.
create view concern.excluded as
select n.concern, n.person
from concern.named n
where n.live and n.person is not null
union
select b.concern, b.person
from concern.stepped_back b
union
select n.concern, h.person
from concern.named n
join concern.closed_unit u on u.named = n.id
join organization.unit_line l on l.above = u.unit
join identity.role_holder h on h.unit = l.unit
where n.live
  and (u.closed_to = 'EVERYBODY' or u.closed_to = 'LEADERS' and l.distance = 0 and h.role = 'UNIT_LEADER')
union
select n.concern, p.person
from concern.named n
join concern.closed_unit u on u.named = n.id
join organization.unit_line l on l.above = u.unit
join organization.person_post p on p.unit = l.unit
where n.live
  and (u.closed_to = 'EVERYBODY' and exists (select 1 from identity.role_holder h where h.person = p.person)
       or u.closed_to = 'LEADERS' and l.distance = 0 and p.leads);

-- By functions of their own, which PostgreSQL plans once for a connection. Written out, they would be planned anew within every
-- query about concerns, which takes ten times as long as to answer it.
create function concern.closed_to(people bigint[]) returns bigint[]
language plpgsql stable
as $$
begin
    return array(select distinct x.concern from concern.excluded x where x.person = any (people));
end
$$;

-- As before, and nobody who is excluded. What somebody lends while he is away opens nothing that is closed to himself: there
-- only the deputy's own roles count. Whoever raised a concern sees it always.
alter function concern.visible(bigint, text, bigint[], bigint[], bigint[], bigint[]) rename to opened_by;

create function concern.opens_on_his_own(
    subject bigint, person bigint, own_desk bigint[], own_handle bigint[], own_lead bigint[], own_supervise bigint[])
returns boolean
language plpgsql stable
as $$
begin
    return exists (
        select 1 from concern.opened_by(person, '', own_desk, own_handle, own_lead, own_supervise) o
        where o.id = subject);
end
$$;

create function concern.visible(
    person bigint, receipt text, desk bigint[], handle bigint[], lead bigint[], supervise bigint[],
    absent bigint[], own_desk bigint[], own_handle bigint[], own_lead bigint[], own_supervise bigint[])
returns setof concern.concern
language sql stable
as $$
    select c.*
    from concern.concern c
    where c.reporter = person
       or c.id in (select r.concern from concern.receipt r where r.digest = receipt)
       or (c.desk_unit in (select l.unit from organization.unit_line l where l.above = any (supervise))
           or c.lead_unit in (select l.unit from organization.unit_line l where l.above = any (supervise))
           or (not c.restricted
               and (c.owner_person = person
                    or c.desk_unit in (select l.unit from organization.unit_line l where l.above = any (desk || lead))
                    or c.lead_unit in (select l.unit from organization.unit_line l where l.above = any (handle || lead))
                    or c.assisting && array(select l.unit from organization.unit_line l where l.above = any (handle || lead)))))
          and c.id <> all ((select concern.closed_to(array[visible.person]))::bigint[])
          and (c.id <> all ((select concern.closed_to(absent))::bigint[])
               or concern.opens_on_his_own(c.id, person, own_desk, own_handle, own_lead, own_supervise))
$$;

drop function concern.case_seen_by(bigint, bigint, bigint[], bigint[], bigint[], bigint[]);
create function concern.case_seen_by(
    person bigint, alias bigint, desk bigint[], handle bigint[], lead bigint[], supervise bigint[],
    absent bigint[], own_desk bigint[], own_handle bigint[], own_lead bigint[], own_supervise bigint[])
returns table (id bigint)
language sql stable
as $$
    select v.id
    from concern.visible(person, '', desk, handle, lead, supervise,
                         absent, own_desk, own_handle, own_lead, own_supervise) v
    where v.reporter is distinct from person and v.reporter is distinct from alias
$$;

-- What names somebody stands in no figure that is told to others, as a report of wrongdoing does not: a figure that shows one
-- more than the rows behind it would tell the named that there is one.
alter function concern.case_counted_at(timestamptz) rename to every_case_counted_at;
create function concern.case_counted_at(moment timestamptz)
returns table (id bigint, number text, kind text, channel text, reporter bigint, clerk bigint, unit bigint, place text,
               filed_at timestamptz, split_from bigint, matter text, grade text, answering_unit bigint,
               acknowledge_by timestamptz, reply_by timestamptz, acknowledged_at timestamptz, answered_at timestamptz,
               withdrawn_at timestamptz, ending text, recorded boolean, raised_again boolean, stopped_seconds numeric)
language sql stable
as $$
    select e.* from concern.every_case_counted_at(moment) e
    where not exists (select 1 from concern.named n where n.live and n.concern = e.id)
$$;
create or replace view concern.counted_case as select * from concern.case_counted_at('infinity');

alter view concern.tally rename to every_tally;
create view concern.tally as
select t.* from concern.every_tally t
where not exists (select 1 from concern.named n where n.live and n.concern = t.concern);

alter view concern.posted rename to every_posted;
create view concern.posted as
select p.* from concern.every_posted p
where not exists (
    select 1 from concern.named n join concern.concern c on c.id = n.concern
    where n.live and c.number = p.number);

-- Every unit in which somebody holds a post or a role today.
create view concern.place_of_person as
select p.person, p.unit from organization.person_post p
union
select h.person, h.unit from identity.role_holder h;
