create schema foresight;

-- Who gets the digest.
create table foresight.subscription (
    person bigint      primary key,
    since  timestamptz not null
);

-- That the digest of a Monday was looked at for somebody; whether it was owed to him, and whether there was anything to say.
create table foresight.digest (
    monday date    not null check (extract(isodow from monday) = 1),
    person bigint  not null,
    quiet  boolean not null,
    owed   boolean not null,
    primary key (monday, person)
);
create index digest_person on foresight.digest (person, monday desc);
