-- By which procedure a channel shall be read, until a second person agrees; and what was changed about the paper, which stays as it was said.
create schema imprint;

create table imprint.proposal (
    id               bigint generated always as identity primary key,
    channel          text   not null,
    procedure        text   not null,
    reason           text   not null check (reason <> ''),
    proposed_by      bigint not null,
    proposed_by_name text   not null,
    by_chief_editor  boolean not null,
    proposed_at      timestamptz not null,
    decided_by       bigint,
    decided_by_name  text   not null default '',
    decided_at       timestamptz,
    agreed           boolean,
    check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (agreed is null)),
    check (not agreed or decided_by <> proposed_by)
);
create unique index proposal_open on imprint.proposal (channel) where decided_at is null;

create table imprint.change (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    person  bigint not null,
    name    text   not null,
    about   text   not null check (about in ('CHANNEL', 'PROCEDURE', 'MASTHEAD', 'ORDER')),
    subject text   not null,
    content text   not null,
    reason  text   not null check (reason <> '')
);

create function imprint.stays() returns trigger language plpgsql as $$
begin
    raise exception 'what was changed stays as it was said';
end $$;
create trigger stays before update or delete on imprint.change for each row execute function imprint.stays();
