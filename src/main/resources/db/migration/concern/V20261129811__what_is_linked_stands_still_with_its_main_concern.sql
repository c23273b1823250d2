-- A pause of the main concern stops the clock of what is linked to it.
do $$
declare
    former name;
begin
    select c.conname into strict former
    from pg_constraint c
    where c.conrelid = 'concern.concern'::regclass and c.contype = 'c' and pg_get_constraintdef(c.oid) like '%PAUSED%';
    execute format('alter table concern.concern drop constraint %I', former);
end $$;
alter table concern.concern add check (
    case state when 'PAUSED' then paused_until is not null when 'LINKED' then true else paused_until is null end);
