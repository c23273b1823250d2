-- How a leaf is written: in those from now on stand its files; the older ones are held against as they were.
alter table daybook.leaf add column form int not null default 1 check (form in (1, 2));
alter table daybook.leaf alter column form drop default;

-- A file that stood with what was said: a commitment of its own within its leaf, whose salt goes with the file and leaves the words alone.
create table daybook.file (
    concern    bigint not null,
    step       int    not null,
    place      int    not null check (place > 0),
    file       uuid   not null,
    commitment text   not null check (length(commitment) = 44),
    salt       text   check (length(salt) = 44),
    primary key (concern, step, place),
    foreign key (concern, step) references daybook.leaf
);

create or replace function daybook.leaves_stay() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE'
        and row(new.concern, new.step, new.day, new.form, new.unit_name, new.commitment)
            is not distinct from row(old.concern, old.step, old.day, old.form, old.unit_name, old.commitment)
        and (new.salt is null or new.salt is not distinct from old.salt)
        and (old.place is null or new.place is not distinct from old.place) then
        return new;
    end if;
    raise exception 'what was committed to stays; only a salt is let go of';
end $$;

create function daybook.files_stay() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.salt is null
        and row(new.concern, new.step, new.place, new.file, new.commitment)
            is not distinct from row(old.concern, old.step, old.place, old.file, old.commitment) then
        return new;
    end if;
    raise exception 'what was committed to stays; only a salt is let go of';
end $$;
create trigger files_stay before update or delete on daybook.file
    for each row execute function daybook.files_stay();
