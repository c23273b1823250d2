create schema outbox;

-- One thing for one recipient of one queue, once: (queue, recipient, key) never comes twice.
create table outbox.parcel (
    id             uuid        primary key,
    seq            bigint      generated always as identity,
    queue          text        not null check (queue <> ''),
    recipient      bigint      not null,
    key            text        not null,
    content        text        not null,
    urgent         boolean     not null,
    repeatable     boolean     not null,
    state          text        not null default 'WAITING'
                   check (state in ('WAITING', 'UNDER_WAY', 'SENT', 'UNKNOWN', 'GIVEN_UP', 'DROPPED')),
    put_at         timestamptz not null,
    due_at         timestamptz not null,
    next_at        timestamptz not null,
    attempts       integer     not null default 0,
    -- Whoever works at it, until when, and since when the other side may have it.
    claim          uuid,
    lease_until    timestamptz,
    handed_over_at timestamptz,
    -- The parcel under whose id it went: several for one recipient go as one.
    carried_as     uuid,
    trouble        text,
    detail         text        not null default '',
    provider_id    text        not null default '',
    done_at        timestamptz,
    unique (queue, recipient, key),
    check (state <> 'UNDER_WAY' or claim is not null and lease_until is not null),
    check (state not in ('SENT', 'UNKNOWN') or handed_over_at is not null)
);
create index parcel_waiting on outbox.parcel (queue, next_at, seq) where state = 'WAITING';
create index parcel_under_way on outbox.parcel (lease_until) where state = 'UNDER_WAY';
create index parcel_troubled on outbox.parcel (seq) where state in ('UNKNOWN', 'GIVEN_UP');
create index parcel_done on outbox.parcel (done_at) where done_at is not null;
