-- The list of permitted sources with the days for which each is permitted; what ended stays.
create schema reprint;

create table reprint.source (
    id        bigint generated always as identity primary key,
    name      text not null check (name <> ''),
    from_day  date not null,
    until_day date check (until_day >= from_day),
    basis     text not null check (basis <> ''),
    terms     text not null check (terms <> '')
);
create index source_name on reprint.source (name);

create table reprint.change (
    id     bigint generated always as identity primary key,
    source bigint not null references reprint.source,
    at     timestamptz not null,
    person bigint not null,
    name   text not null,
    deed   text not null check (deed in ('ADDED', 'ENDED')),
    reason text not null check (reason <> '')
);

create function reprint.stays() returns trigger language plpgsql as $$
begin
    raise exception 'reprint.% stays as it was written', tg_table_name;
end $$;
create trigger stays before update or delete on reprint.change for each row execute function reprint.stays();
create trigger kept before delete on reprint.source for each row execute function reprint.stays();

create view reprint.permitted as select id, name, from_day, until_day from reprint.source;
