-- Files in which a virus was found. Neither their names nor who brought them: he may have left no name on purpose.
create schema if not exists virus;

create table virus.quarantine (
    id        bigint      generated always as identity primary key,
    at        timestamptz not null,
    infection text        not null check (infection <> ''),
    size      int         not null check (size > 0),
    sha256    text        not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes     bytea       not null
);
create index quarantine_at on virus.quarantine (at);
