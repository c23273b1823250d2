create schema transparency;

-- What was published: a manifest of commitments. Written without a place, in the transaction of whoever publishes; one sequencer
-- gives places afterwards, without a gap. The salts lie beside it and go alone: without them it tells nothing.
create table transparency.entry (
    id          bigint generated always as identity primary key,
    kind        text        not null check (kind <> ''),
    subject     text        not null check (subject <> ''),
    manifest    bytea       not null check (length(manifest) <= 65535),
    salts       text,
    recorded_at timestamptz not null,
    place       bigint      unique check (place >= 0),
    unique (kind, subject)
);
create index entry_waits on transparency.entry (id) where place is null;
alter table transparency.entry alter column salts set storage external;

create function transparency.stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE'
        or row(old.id, old.kind, old.subject, old.manifest, old.recorded_at)
            is distinct from row(new.id, new.kind, new.subject, new.manifest, new.recorded_at)
        or (old.place is not null and old.place is distinct from new.place)
        or (new.salts is not null and old.salts is distinct from new.salts) then
        raise exception 'what stands in the log stays';
    end if;
    return new;
end $$;
create trigger entries_stay before update or delete on transparency.entry for each row execute function transparency.stays();

-- How many have a place; whoever holds this row is the sequencer.
create table transparency.head (
    single boolean primary key default true check (single),
    size bigint not null check (size >= 0)
);
insert into transparency.head (size) values (0);

-- Of which kinds that was entered which was published before there was a log.
create table transparency.begun (
    kind text primary key
);

-- Up to 256 hashes each; a narrower tile of a smaller tree is the beginning of it.
create table transparency.tile (
    level  smallint not null check (level between 0 and 63),
    index  bigint   not null check (index >= 0),
    hashes bytea    not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
    primary key (level, index)
);

create table transparency.checkpoint (
    size    bigint      primary key check (size >= 0),
    note    text        not null,
    made_at timestamptz not null
);

create table transparency.cosignature (
    size    bigint not null references transparency.checkpoint (size),
    witness text   not null,
    line    text   not null,
    primary key (size, witness)
);
