create schema disclosure;

-- 公示: one address for ever, whatever becomes of it.
create table disclosure.notice (
    number     bigint generated always as identity primary key,
    circle     bigint      not null,
    unit       bigint      not null,
    duty       text        not null,
    period     text        not null,
    created_by bigint      not null,
    created_at timestamptz not null,
    ended_at   timestamptz
);
create index notice_of_circle on disclosure.notice (circle, ended_at);

-- Its versions. A correction and a withdrawal are versions with a reason; what is public is never changed.
create table disclosure.version (
    notice           bigint      not null references disclosure.notice (number),
    place            int         not null check (place > 0),
    kind             text        not null check (kind in ('PUBLICATION', 'CORRECTION', 'WITHDRAWAL')),
    title            text        not null,
    body             text        not null,
    columns          text[]      not null,
    left_out         text[]      not null,
    cells            text        not null,
    reason           text        not null,
    -- What stood there before tells of somebody what is not to be told; nobody reads it any more.
    closes_earlier   boolean     not null default false,
    state            text        not null check (state in ('DRAFT', 'SUBMITTED', 'PUBLIC')),
    duty_place       int         not null,
    drafted_by       bigint      not null,
    drafted_at       timestamptz not null,
    return_reason    text        not null default '',
    approved_by      bigint,
    published_at     timestamptz,
    objections_until timestamptz,
    stays_until      timestamptz,
    primary key (notice, place),
    check ((place = 1) = (kind = 'PUBLICATION')),
    check (kind = 'PUBLICATION' or reason <> ''),
    check (not closes_earlier or place > 1),
    check (kind <> 'WITHDRAWAL' or cells = '' and body = ''),
    check (state = 'DRAFT' or title <> ''),
    -- Two people, and each of them is known.
    check ((state = 'PUBLIC') = (approved_by is not null) and (state = 'PUBLIC') = (published_at is not null)),
    check (approved_by <> drafted_by)
);
create unique index one_in_work on disclosure.version (notice) where state <> 'PUBLIC';

create function disclosure.public_stays() returns trigger language plpgsql as $$
begin
    if old.state = 'PUBLIC' then
        raise exception 'what is public is never changed; a correction is a version of its own';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger public_stays before update or delete on disclosure.version
    for each row execute function disclosure.public_stays();

create table disclosure.file (
    notice     bigint not null,
    place      int    not null,
    attachment uuid   not null,
    primary key (notice, place, attachment),
    foreign key (notice, place) references disclosure.version (notice, place)
);

create function disclosure.public_files_stay() returns trigger language plpgsql as $$
declare
    one disclosure.file;
begin
    one := case tg_op when 'DELETE' then old else new end;
    if exists (select 1 from disclosure.version v where v.notice = one.notice and v.place = one.place and v.state = 'PUBLIC') then
        raise exception 'the files of what is public are never changed';
    end if;
    return one;
end $$;
create trigger public_files_stay before insert or update or delete on disclosure.file
    for each row execute function disclosure.public_files_stay();

-- 异议. Of whoever gave no name nothing is kept but the digest of his receipt.
create table disclosure.objection (
    id        bigint generated always as identity primary key,
    notice    bigint      not null references disclosure.notice (number),
    place     int         not null,
    person    bigint,
    digest    text        not null unique,
    words     text        not null check (words <> ''),
    at        timestamptz not null,
    reply_due timestamptz not null,
    foreign key (notice, place) references disclosure.version (notice, place)
);
create index objection_of_notice on disclosure.objection (notice);

create table disclosure.reply (
    objection bigint      primary key references disclosure.objection (id),
    outcome   text        not null check (outcome in ('UPHELD', 'PARTLY', 'NOT_UPHELD')),
    reasons   text        not null check (char_length(btrim(reasons)) >= 10),
    by_person bigint      not null,
    at        timestamptz not null
);

create function disclosure.only_added() returns trigger language plpgsql as $$
begin
    raise exception 'an objection and its reply stay as they are';
end $$;
create trigger objections_stay before update or delete on disclosure.objection
    for each row execute function disclosure.only_added();
create trigger replies_stay before update or delete on disclosure.reply
    for each row execute function disclosure.only_added();

-- A notice never ends with an objection that nobody answered, whoever writes: both wait for the row of the notice.
create function disclosure.answered_first() returns trigger language plpgsql as $$
begin
    if old.ended_at is not null then
        raise exception 'a notice that has ended stays ended';
    end if;
    if new.ended_at is not null and exists (
        select 1 from disclosure.objection o
        where o.notice = new.number and not exists (select 1 from disclosure.reply r where r.objection = o.id)) then
        raise exception 'notice % has an objection that nobody answered', new.number;
    end if;
    return new;
end $$;
create trigger answered_first before update on disclosure.notice
    for each row execute function disclosure.answered_first();

create function disclosure.not_after_the_end() returns trigger language plpgsql as $$
begin
    perform 1 from disclosure.notice n where n.number = new.notice and n.ended_at is null for update;
    if not found then
        raise exception 'notice % has ended', new.notice;
    end if;
    return new;
end $$;
create trigger not_after_the_end before insert on disclosure.objection
    for each row execute function disclosure.not_after_the_end();

-- 看过了: once for each version.
create table disclosure.reading (
    notice bigint      not null,
    place  int         not null,
    person bigint      not null,
    at     timestamptz not null,
    primary key (notice, place, person),
    foreign key (notice, place) references disclosure.version (notice, place)
);
