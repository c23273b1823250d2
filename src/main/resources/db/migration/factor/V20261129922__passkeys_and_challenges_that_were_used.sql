-- What is kept of a passkey opens nothing: its public half, and for which name of this installation it was made.
create table factor.passkey (
    id              text primary key,
    person          bigint      not null,
    site            text        not null,
    credential      text        not null,
    counter         bigint      not null,
    backup_eligible boolean     not null,
    device          text        not null,
    since           timestamptz not null,
    used_at         timestamptz
);
create index passkey_person on factor.passkey (person);

-- Challenges are sealed, not kept; only those that were answered are, until they would be too old anyway.
create table factor.used_challenge (
    digest  text primary key,
    ends_at timestamptz not null
);
