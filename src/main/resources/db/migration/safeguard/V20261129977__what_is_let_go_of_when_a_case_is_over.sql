-- Which post it was goes out of the vault with the name of whoever spoke.
alter table safeguard.entry add column change_forgotten boolean not null default false;

alter table safeguard.hearing drop constraint hearing_check;

-- Words go when the file of the concern is over; nothing else of a step or a hearing ever changes.
create or replace function safeguard.stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and coalesce(current_setting('safeguard.letting_go', true), '') = 'on'
        and to_jsonb(new) = to_jsonb(old) || jsonb_build_object('words', '')
        and exists (
            select 1 from concern.closed_file f
            where f.concern = coalesce(
                cast(to_jsonb(old) ->> 'concern' as bigint),
                (select e.concern from safeguard.entry e where e.id = cast(to_jsonb(old) ->> 'entry' as bigint)))) then
        return new;
    end if;
    raise exception 'what was done for whoever speaks, and what the accused said, is never changed or removed';
end $$;
