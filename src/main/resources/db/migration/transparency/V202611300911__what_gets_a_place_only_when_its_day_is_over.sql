-- Whoever speaks up is not found by the second at which his objection got a place: it waits until its day is over, and all of
-- that day get theirs in an order that tells nothing.
alter table transparency.entry add column not_before timestamptz;

create or replace function transparency.stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE'
        or row(old.id, old.kind, old.subject, old.manifest, old.recorded_at, old.not_before)
            is distinct from row(new.id, new.kind, new.subject, new.manifest, new.recorded_at, new.not_before)
        or (old.place is not null and old.place is distinct from new.place)
        or (new.salts is not null and old.salts is distinct from new.salts) then
        raise exception 'what stands in the log stays';
    end if;
    return new;
end $$;
