-- Something happens in any unit, not in mines alone; told of it is the circle that the unit lies in.
alter table duty.occasion add column unit bigint;
update duty.occasion set unit = circle;
alter table duty.occasion alter column unit set not null;

-- Whoever writes: people read and object together in a mine, or at the top, and never of what lies elsewhere.
create function duty.within_its_circle() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from organization.unit_line l where l.unit = new.unit and l.above = new.circle) then
        raise exception 'unit % does not lie in the circle %', new.unit, new.circle;
    end if;
    if not exists (select 1 from organization.unit_card c where c.id = new.circle and (c.kind = 'MINE' or c.parent is null)) then
        raise exception '% is no circle', new.circle;
    end if;
    return new;
end $$;
create trigger within_its_circle before insert on duty.occasion
    for each row execute function duty.within_its_circle();

create function duty.occasions_stay() returns trigger language plpgsql as $$
begin
    raise exception 'what was said to have happened stays';
end $$;
create trigger occasions_stay before update or delete on duty.occasion
    for each row execute function duty.occasions_stay();
