-- Office systems that carry decisions of reviewers here: with what they sign, and what came.
create schema officesystem;

create table officesystem.key (
    id         bigint generated always as identity primary key,
    name       text   not null check (name <> ''),
    unit       bigint not null,
    -- Locked; gone once it is revoked.
    secret     bytea,
    made_by    bigint not null,
    made_at    timestamptz not null,
    let_in_by  bigint,
    let_in_at  timestamptz,
    revoked_by bigint,
    revoked_at timestamptz,
    used_at    timestamptz,
    check ((let_in_by is null) = (let_in_at is null)),
    check ((revoked_by is null) = (revoked_at is null)),
    -- Nobody alone lets a system speak in the names of reviewers.
    check (let_in_by <> made_by),
    check (revoked_at is null or secret is null)
);
create index key_unit on officesystem.key (unit);

-- One row for each callback of one system, however often it is sent. What was done is done once.
create table officesystem.callback (
    unit       bigint not null,
    id         text   not null check (id ~ '^[A-Za-z0-9._:-]{1,80}$'),
    system     text   not null,
    -- Of what it said.
    digest     text   not null check (digest ~ '^[0-9a-f]{64}$'),
    article    bigint not null,
    stage      int    not null,
    passes     boolean not null,
    reviewer   text   not null,
    decided_at timestamptz not null,
    person     bigint,
    name       text   not null default '',
    refusal    text   not null default '',
    argument   text   not null default '',
    attempts   int    not null default 1,
    first_at   timestamptz not null,
    last_at    timestamptz not null,
    done_at    timestamptz,
    primary key (unit, id),
    check ((done_at is null) = (person is null))
);
create index callback_last on officesystem.callback (last_at desc);

create function officesystem.stays() returns trigger language plpgsql as $$
begin
    if old.done_at is not null and (new.done_at is distinct from old.done_at or new.digest <> old.digest or new.person <> old.person) then
        raise exception 'what was done stays as it was done';
    end if;
    return new;
end $$;
create trigger stays before update on officesystem.callback for each row execute function officesystem.stays();
