create schema factor;

-- The secret is locked under a key that lies outside of the database.
create table factor.authenticator (
    person    bigint primary key,
    secret    bytea       not null,
    last_step bigint      not null,
    since     timestamptz not null
);

-- What somebody has begun to set up and not yet confirmed by a code.
create table factor.enrolment (
    person  bigint primary key,
    secret  bytea       not null,
    ends_at timestamptz not null
);

-- Only digests; a code that was used stays, so that its owner is told how many he has left of how many.
create table factor.recovery_code (
    person  bigint not null,
    digest  text   not null,
    used_at timestamptz,
    primary key (person, digest)
);

-- The password was right and the rest is still to come: it opens nothing. Only a digest of the cookie is kept.
create table factor.half_sign_in (
    digest  text primary key,
    person  bigint      not null,
    back    text        not null,
    ends_at timestamptz not null
);
create index half_sign_in_person on factor.half_sign_in (person);
create index half_sign_in_end on factor.half_sign_in (ends_at);
