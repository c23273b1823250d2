create schema watermark;

-- Locked under a key outside of the database; one for the life of the installation.
create table watermark.seed (
    one boolean primary key check (one),
    locked bytea not null
);

create table watermark.given (
    id bigint generated always as identity primary key,
    reader text not null,
    name text not null,
    unit text not null,
    title text not null,
    tail text not null,
    at timestamptz not null,
    slot bigint not null,
    unique (reader, slot)
);

create index given_at on watermark.given (at);

create function watermark.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'whose mark it was is not changed and not removed';
end $$;

create trigger given_stays before update or delete on watermark.given
    for each row execute function watermark.refuse_change();
