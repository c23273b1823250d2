-- The list, each change of which is a version; what was found in which text by which version; and what somebody confirmed.
create schema textcheck;

create table textcheck.term (
    id         bigint generated always as identity primary key,
    kind       text   not null check (kind in ('WORD', 'NAME', 'PERSON', 'ORDER')),
    words      text   not null check (char_length(words) between 2 and 60),
    level      text   not null check (level in ('HINT', 'CONFIRM', 'BLOCK')),
    advice     text   not null default '',
    exceptions text[] not null default '{}',
    titles     text[] not null default '{}',
    place      int    not null default 0,
    ended      boolean not null default false,
    check (level <> 'BLOCK' or kind = 'WORD')
);
create unique index term_once on textcheck.term (kind, words) where not ended;

-- Its number is the version of the list.
create table textcheck.change (
    id     bigint generated always as identity primary key,
    term   bigint not null references textcheck.term,
    at     timestamptz not null,
    person bigint,
    name   text not null,
    deed   text not null check (deed in ('ADDED', 'ENDED')),
    reason text not null
);

create table textcheck.checked (
    id       bigint generated always as identity primary key,
    article  bigint not null,
    revision bigint not null,
    occasion text   not null check (occasion in ('SUBMITTED', 'PASSED', 'PUBLISHED', 'LIST_CHANGED')),
    list     bigint not null,
    at       timestamptz not null
);
create index checked_revision on textcheck.checked (revision, id desc);

create table textcheck.finding (
    checked   bigint not null references textcheck.checked,
    place     int    not null,
    flaw      text   not null,
    level     text   not null check (level in ('HINT', 'CONFIRM', 'BLOCK')),
    part      text   not null,
    from_at   int    not null,
    to_at     int    not null check (to_at > from_at),
    words     text   not null,
    advice    text   not null,
    primary key (checked, place)
);

create table textcheck.confirmation (
    id       bigint generated always as identity primary key,
    article  bigint not null,
    revision bigint not null,
    key      text   not null,
    -- Its author says so too, but the newsroom decides.
    editor   boolean not null,
    reason   text   not null check (reason <> ''),
    person   bigint not null,
    name     text   not null,
    at       timestamptz not null
);
create index confirmation_article on textcheck.confirmation (article);

-- What is public and hits the list as it is now; an editor looks at it.
create table textcheck.to_look_at (
    article  bigint primary key,
    revision bigint not null,
    at       timestamptz not null
);

-- How far what is public was looked at again, and by which version.
create table textcheck.again (
    one   boolean primary key default true check (one),
    list  bigint not null,
    after bigint not null,
    done  boolean not null
);
insert into textcheck.again (list, after, done) values (0, 0, true);

create function textcheck.stays() returns trigger language plpgsql as $$
begin
    raise exception 'textcheck.% stays as it was written', tg_table_name;
end $$;
create trigger stays before update or delete on textcheck.change for each row execute function textcheck.stays();
create trigger stays before update or delete on textcheck.checked for each row execute function textcheck.stays();
create trigger stays before update or delete on textcheck.finding for each row execute function textcheck.stays();
create trigger stays before update or delete on textcheck.confirmation for each row execute function textcheck.stays();
create trigger kept before delete on textcheck.term for each row execute function textcheck.stays();
