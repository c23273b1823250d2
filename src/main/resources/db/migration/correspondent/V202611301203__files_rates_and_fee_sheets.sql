-- Correspondents with their files; rates in versions; and for each unit that has a newsroom the fee sheet of each month. What a closed
-- sheet was computed from lies beside what came out, and the database refuses to change either.
create schema correspondent;

create table correspondent.file (
    person   bigint primary key,
    since    date   not null,
    until    date   check (until >= since),
    added_by bigint not null,
    added_at timestamptz not null
);

create table correspondent.entry (
    id       bigint generated always as identity primary key,
    person   bigint not null references correspondent.file,
    kind     text   not null check (kind in ('TRAINING', 'AWARD')),
    day      date   not null,
    words    text   not null check (words <> ''),
    added_by bigint not null,
    added_at timestamptz not null,
    -- What was entered wrongly stays, struck out, with the reason.
    struck_because text not null default ''
);
create index entry_person on correspondent.entry (person, day desc, id desc);

-- Of a unit and everything below it that has no rates of its own.
create table correspondent.rate_version (
    id         bigint generated always as identity primary key,
    unit       bigint not null,
    from_day   date   not null,
    set_by     bigint not null,
    set_by_name text  not null,
    set_at     timestamptz not null,
    reason     text   not null check (reason <> ''),
    written_in xid8   not null default pg_current_xact_id(),
    unique (unit, from_day)
);

create table correspondent.rate (
    version bigint not null references correspondent.rate_version,
    -- Empty for every channel that is not named.
    channel text   not null,
    kind    text   not null check (kind in ('TEXT', 'PICTURES', 'BULLETIN')),
    fen     bigint not null check (fen between 0 and 10000000),
    primary key (version, channel, kind)
);

create function correspondent.stays() returns trigger language plpgsql as $$
begin
    raise exception 'correspondent.% stays as it was written', tg_table_name;
end $$;
create trigger stays before update or delete on correspondent.rate_version for each row execute function correspondent.stays();
create trigger stays before update or delete on correspondent.rate for each row execute function correspondent.stays();

create function correspondent.rate_goes_forward() returns trigger language plpgsql as $$
begin
    if exists (select 1 from correspondent.rate_version v where v.unit = new.unit and v.from_day >= new.from_day) then
        raise exception 'rates are never changed backwards';
    end if;
    return new;
end $$;
create trigger rate_goes_forward before insert on correspondent.rate_version
    for each row execute function correspondent.rate_goes_forward();

create function correspondent.rate_comes_with_its_version() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from correspondent.rate_version v where v.id = new.version and v.written_in = pg_current_xact_id()) then
        raise exception 'a version of the rates is whole from the beginning';
    end if;
    return new;
end $$;
create trigger rate_comes_with_its_version before insert on correspondent.rate
    for each row execute function correspondent.rate_comes_with_its_version();

create table correspondent.sheet (
    id        bigint generated always as identity primary key,
    unit      bigint not null,
    unit_code text   not null,
    unit_name text   not null,
    -- Its first day.
    month     date   not null check (extract(day from month) = 1),
    closed_by bigint,
    closed_by_name text not null default '',
    closed_at timestamptz,
    document  text,
    digest    text,
    version   int    not null default 0,
    unique (unit, month),
    check ((closed_at is null) = (closed_by is null)),
    check ((closed_at is null) = (document is null)),
    check ((closed_at is null) = (digest is null)),
    check (digest = encode(sha256(convert_to(document, 'UTF8')), 'hex'))
);

-- Each article is paid for once, wherever.
create table correspondent.piece (
    article      bigint primary key,
    sheet        bigint not null references correspondent.sheet,
    title        text   not null,
    channel      text   not null,
    kind         text   not null check (kind in ('TEXT', 'PICTURES', 'BULLETIN')),
    day          date   not null,
    standing     text   not null check (standing in ('PUBLIC', 'RETRACTED', 'TAKEN_DOWN', 'EXPIRED')),
    byline       text   not null,
    rate_version bigint references correspondent.rate_version
);
create index piece_sheet on correspondent.piece (sheet);

create table correspondent.share (
    article      bigint not null references correspondent.piece on delete cascade,
    person       bigint not null,
    staff_number text   not null,
    name         text   not null,
    weight       int    not null check (weight between 1 and 100),
    -- What he gets; computed, and kept so that he finds it.
    fen          bigint not null check (fen >= 0),
    primary key (article, person)
);
create index share_person on correspondent.share (person);

create table correspondent.correction (
    id           bigint generated always as identity primary key,
    sheet        bigint not null references correspondent.sheet,
    of_month     date   not null,
    person       bigint not null,
    staff_number text   not null,
    name         text   not null,
    fen          bigint not null check (fen <> 0 and abs(fen) <= 100000000),
    reason       text   not null check (reason <> '')
);
create index correction_sheet on correspondent.correction (sheet);
create index correction_person on correspondent.correction (person);

create table correspondent.step (
    id     bigint generated always as identity primary key,
    sheet  bigint not null references correspondent.sheet,
    at     timestamptz not null,
    person bigint not null,
    name   text   not null,
    deed   text   not null check (deed in ('DRAWN_UP', 'COLLECTED', 'SHARED', 'CORRECTED', 'CORRECTION_REMOVED', 'CLOSED')),
    detail text   not null
);
create index step_sheet on correspondent.step (sheet, id);
create trigger stays before update or delete on correspondent.step for each row execute function correspondent.stays();

create function correspondent.closed_stays() returns trigger language plpgsql as $$
declare
    sheets bigint[];
begin
    if tg_table_name = 'sheet' then
        sheets := array[old.id];
    elsif tg_table_name = 'share' then
        sheets := array(select p.sheet from correspondent.piece p
                    where p.article in (case when tg_op <> 'INSERT' then old.article end, case when tg_op <> 'DELETE' then new.article end));
    else
        sheets := array[case when tg_op <> 'INSERT' then old.sheet end, case when tg_op <> 'DELETE' then new.sheet end];
    end if;
    if exists (select 1 from correspondent.sheet s where s.id = any (sheets) and s.closed_at is not null) then
        raise exception 'a closed month stays as it was closed';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger closed_stays before update or delete on correspondent.sheet for each row execute function correspondent.closed_stays();
create trigger closed_stays before insert or update or delete on correspondent.piece for each row execute function correspondent.closed_stays();
create trigger closed_stays before insert or update or delete on correspondent.share for each row execute function correspondent.closed_stays();
create trigger closed_stays before insert or update or delete on correspondent.correction for each row execute function correspondent.closed_stays();
create trigger never_emptied before truncate on correspondent.sheet for each statement execute function correspondent.stays();
create trigger never_emptied before truncate on correspondent.piece for each statement execute function correspondent.stays();
create trigger never_emptied before truncate on correspondent.share for each statement execute function correspondent.stays();
create trigger never_emptied before truncate on correspondent.correction for each statement execute function correspondent.stays();

-- Two people: whoever closes has not put a hand to it.
create function correspondent.closing_fits() returns trigger language plpgsql as $$
begin
    if new.closed_at is null then
        return new;
    end if;
    if new.closed_at < ((new.month + interval '1 month') at time zone 'Asia/Shanghai') then
        raise exception 'a month is closed when it is over';
    end if;
    if not exists (select 1 from correspondent.step s where s.sheet = new.id and s.person <> new.closed_by)
            or exists (select 1 from correspondent.step s where s.sheet = new.id and s.person = new.closed_by) then
        raise exception 'whoever drew it up does not close it';
    end if;
    if exists (select 1 from correspondent.piece p where p.sheet = new.id and p.rate_version is null) then
        raise exception 'each piece has a rate';
    end if;
    return new;
end $$;
create trigger closing_fits before insert or update on correspondent.sheet for each row execute function correspondent.closing_fits();
