create schema companyaccount;

-- By which this installation shows itself to the directory and to the provider; locked under a key outside of the database.
create table companyaccount.own_secret (
    name       text        primary key check (name in ('DIRECTORY', 'OPENID')),
    locked     bytea       not null,
    changed_at timestamptz not null
);

-- Browsers that went to the provider and have not come back. Each row is good for one return.
create table companyaccount.begun (
    digest   text        primary key,
    state    text        not null,
    nonce    text        not null,
    verifier text        not null,
    back     text        not null,
    ends_at  timestamptz not null
);
create index begun_ends on companyaccount.begun (ends_at);
