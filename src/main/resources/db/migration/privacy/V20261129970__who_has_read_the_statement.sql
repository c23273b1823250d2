-- Who has confirmed which version of the statement, and what exactly it said. Only added to.
create schema if not exists privacy;

create table privacy.confirmation (
    person       bigint      not null,
    version      int         not null check (version > 0),
    digest       text        not null check (digest ~ '^[0-9a-f]{64}$'),
    confirmed_at timestamptz not null,
    primary key (person, version)
);
