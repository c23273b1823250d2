create schema daybook;

-- The day of the first start with a daybook: what came before it was never committed to.
create table daybook.beginning (
    one boolean primary key default true check (one),
    day date    not null
);

-- A day that is over. What its tree is filled up with comes out of its secret.
create table daybook.day (
    day       date        primary key,
    root      text        not null check (length(root) = 44),
    size      int         not null check (size >= 4096),
    secret    text        not null check (length(secret) = 44),
    closed_at timestamptz not null
);

-- What was filed, and each answer: a commitment, its salt as long as the words are there, and its place among the others of its day.
create table daybook.leaf (
    concern    bigint not null,
    step       int    not null check (step > 0),
    day        date   not null,
    unit_name  text   not null,
    commitment text   not null check (length(commitment) = 44),
    salt       text   check (length(salt) = 44),
    place      int    check (place >= 0),
    primary key (concern, step),
    unique (day, place)
);

create function daybook.leaves_stay() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE'
        and row(new.concern, new.step, new.day, new.unit_name, new.commitment)
            is not distinct from row(old.concern, old.step, old.day, old.unit_name, old.commitment)
        and (new.salt is null or new.salt is not distinct from old.salt)
        and (old.place is null or new.place is not distinct from old.place) then
        return new;
    end if;
    raise exception 'what was committed to stays; only a salt is let go of';
end $$;
create trigger leaves_stay before update or delete on daybook.leaf
    for each row execute function daybook.leaves_stay();

create function daybook.days_stay() returns trigger language plpgsql as $$
begin
    raise exception 'a day that is closed stays as it is';
end $$;
create trigger days_stay before update or delete on daybook.day
    for each row execute function daybook.days_stay();
