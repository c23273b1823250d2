-- In which transaction a concern was written last, so that whoever follows along asks only for what is new. A sequence would
-- not do: a transaction that began earlier may be over later. Whoever has read everything up to the oldest transaction that
-- was still open misses nothing.
alter table concern.concern add column written_in xid8 not null default '0';
create index concern_written on concern.concern (written_in, id);

create function concern.is_written() returns trigger language plpgsql as $$
begin
    new.written_in := pg_current_xact_id();
    return new;
end $$;
create trigger is_written before insert or update on concern.concern
    for each row execute function concern.is_written();

-- What is found of a concern: only what everybody reads who may see it at all; no name, no draft, no note.
-- Each of its keys lets somebody come near it, by the same facts as concern.visible; that function decides in the end.
create view concern.sought as
select c.id, c.number, c.written_in, c.title || c.spoken_line as title, c.words, c.place, c.filed_at,
       coalesce((select string_agg(concat_ws(E'\n', s.data #>> '{reply,request}', s.data #>> '{reply,facts}',
                                             s.data #>> '{reply,opinion}', s.data #>> '{reply,basis}'),
                                   E'\n' order by s.place)
                 from concern.step s
                 where s.concern = c.id and s.kind in ('REPLIED', 'RECORDED')), '') as answers,
       array_remove(
           array['c' || c.id, 'r' || c.reporter, 's' || c.desk_unit, 's' || c.lead_unit]
           || case when c.restricted then '{}'::text[]
              else array['o' || c.owner_person, 'd' || c.desk_unit, 'l' || c.lead_unit]
                   || array(select 'l' || a from unnest(c.assisting) a) end,
           null) as keys,
       array['matter:' || c.matter, 'unit:' || c.unit, 'over:' || c.over] as facts
from concern.concern c;

-- The keys of an actor.
create function concern.keys_of(
    person bigint, alias bigint, receipt text, desk bigint[], handle bigint[], lead bigint[], supervise bigint[])
returns setof text
language sql stable
as $$
    select 'r' || p.id from unnest(array[person, alias]) as p(id) where p.id <> 0
    union all
    select 'o' || person where person <> 0
    union all
    select 'c' || r.concern from concern.receipt r where r.digest = receipt
    union
    select 's' || l.unit from organization.unit_line l where l.above = any (supervise)
    union
    select 'd' || l.unit from organization.unit_line l where l.above = any (desk || lead)
    union
    select 'l' || l.unit from organization.unit_line l where l.above = any (handle || lead)
$$;
