-- What a step keeps when its words are let go of: what happened, when, by whose hand, with which outcome and on which basis.
create function concern.without_words(data jsonb) returns jsonb language sql immutable as $$
    select coalesce(jsonb_object_agg(part.key, case
        when part.key in ('text', 'word', 'why', 'reason', 'question', 'opinion', 'whereToTurn')
            and jsonb_typeof(part.value) = 'string' then to_jsonb(cast('' as text))
        when part.key = 'reply' and jsonb_typeof(part.value) = 'object'
            then part.value || jsonb_build_object('request', '', 'facts', '', 'opinion', '')
        when part.key = 'about' and jsonb_typeof(part.value) = 'object'
            then part.value || jsonb_build_object('people', jsonb_build_array())
        else part.value end), '{}')
    from jsonb_each(data) part
$$;

-- A step is never changed, but for its words when the file of its concern is over; and nothing else of it then.
create or replace function concern.steps_stay() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and coalesce(current_setting('concern.letting_go', true), '') = 'on' then
        if (new.concern, new.place, new.at, new.author, new.kind) = (old.concern, old.place, old.at, old.author, old.kind)
            and new.by_person is not distinct from old.by_person
            and new.in_place_of is not distinct from old.in_place_of
            and new.data = concern.without_words(old.data)
            and exists (select 1 from concern.concern c where c.id = old.concern and c.over) then
            return new;
        end if;
    end if;
    raise exception 'a step on the timeline is never changed or removed';
end $$;

-- Published to the rooms that keep something of a case: since when its file is over, unless proceedings still need it.
create view concern.closed_file as
select c.id as concern, c.changed_at as over_since
from concern.concern c
where c.over and not exists (select 1 from retention.held h where h.number = c.number);
