create schema vault;

-- Who somebody is lies in "sealed" under a key of its own, which lies beside it wrapped by a key that lies outside of the
-- database. The alias is keyed as well: it leads to the person for whoever has that key, and for nobody else.
create table vault.entry (
    subject    text   primary key check (length(subject) between 1 and 120),
    alias      bigint not null check (alias < 0),
    wrapped_by int    not null,
    own_key    bytea  not null,
    sealed     bytea  not null
);
create index entry_alias on vault.entry (alias);

-- A mark of the keys, so that those of another installation are noticed before anything is sealed under them.
create table vault.installation (
    one        boolean     primary key default true check (one),
    mark       text        not null,
    rotated_at timestamptz not null
);
