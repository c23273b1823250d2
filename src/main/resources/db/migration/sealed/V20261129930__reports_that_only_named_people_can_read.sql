create schema sealed;

-- The private half lies here only under a passphrase that never came here.
create table sealed.recipient_key (
    kid         text primary key check (kid ~ '^[A-Za-z0-9_-]{43}$'),
    person      bigint      not null,
    unit        bigint      not null,
    public_key  text        not null,
    locked_key  text        not null check (length(locked_key) <= 2000),
    made_at     timestamptz not null,
    replaced_at timestamptz
);
create unique index one_key_in_use on sealed.recipient_key (person) where replaced_at is null;

-- The private half lies nowhere: three people hold a part each.
create table sealed.recovery_key (
    kid         text primary key check (kid ~ '^[A-Za-z0-9_-]{43}$'),
    public_key  text        not null,
    discipline  text        not null check (discipline <> ''),
    labour      text        not null check (labour <> ''),
    outsider    text        not null check (outsider <> ''),
    made_by     bigint      not null,
    made_at     timestamptz not null,
    replaced_at timestamptz
);
create unique index one_recovery_key_in_use on sealed.recovery_key ((true)) where replaced_at is null;

-- What was sealed, whether report or answer, and its key once for everybody who may read it.
create table sealed.envelope (
    id         bigint generated always as identity primary key,
    iv         text  not null,
    tag        text  not null,
    ciphertext bytea not null check (length(ciphertext) between 16384 and 8388608)
);
-- It does not become smaller by packing.
alter table sealed.envelope alter column ciphertext set storage external;

create table sealed.content_key (
    envelope    bigint not null references sealed.envelope,
    kid         text   not null,
    epk         text   not null,
    wrapped_key text   not null,
    primary key (envelope, kid)
);

create table sealed.report (
    id             bigint generated always as identity primary key,
    number         text        not null unique check (number ~ '^S[0-9]{4}-[0-9]{4}$'),
    token_digest   text        not null unique,
    opening_digest text        not null unique,
    reporter_kid   text        not null,
    reporter_key   text        not null,
    reporter_lock  text        not null check (length(reporter_lock) <= 2000),
    envelope       bigint      not null references sealed.envelope,
    filed_at       timestamptz not null,
    due_on         date        not null
);

-- The first whose time has not ended answers for it.
create table sealed.recipient (
    report   bigint not null references sealed.report,
    place    int    not null check (place >= 0),
    person   bigint not null,
    unit     bigint not null,
    ended_at timestamptz,
    primary key (report, person),
    unique (report, place)
);
create index recipient_of on sealed.recipient (person) where ended_at is null;

create table sealed.step (
    report   bigint      not null references sealed.report,
    place    int         not null check (place >= 0),
    kind     text        not null check (kind in ('OPENED', 'ANSWERED', 'ENOUGH', 'NOT_ENOUGH', 'RECOVERY', 'GIVEN')),
    at       timestamptz not null,
    person   bigint,
    unit     bigint,
    post     text        not null,
    note     text        not null,
    envelope bigint references sealed.envelope,
    primary key (report, place),
    check ((kind in ('ENOUGH', 'NOT_ENOUGH')) = (person is null)),
    check ((kind = 'ANSWERED') = (envelope is not null))
);
