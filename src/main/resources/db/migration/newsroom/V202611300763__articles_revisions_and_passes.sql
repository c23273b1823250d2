-- An article is what is public of it and what is worked on. A revision never changes; a pass binds one revision by its digest.
create table newsroom.article (
    id              bigint generated always as identity primary key,
    channel         text   not null references newsroom.channel,
    kind            text   not null check (kind in ('TEXT', 'PICTURES', 'BULLETIN')),
    author          bigint not null,
    unit            bigint not null,
    working         text   not null check (working in ('IN_REVIEW', 'SENT_BACK', 'WITHDRAWN', 'PASSED', 'SCHEDULED', 'SETTLED')),
    standing        text   not null check (standing in ('UNPUBLISHED', 'PUBLIC', 'RETRACTED', 'TAKEN_DOWN', 'EXPIRED')),
    revision        bigint,
    next_place      int    not null default 1,
    round           int    not null default 1,
    submitted_at    timestamptz not null,
    publish_at      timestamptz,
    public_revision bigint,
    slug            text   not null default '',
    first_public_at timestamptz,
    changed_at      timestamptz,
    expire_at       timestamptz,
    last_due_at     timestamptz,
    last_told       boolean not null default false,
    editor_name     text   not null default '',
    note            text   not null default '',
    version         int    not null default 0,
    check ((working = 'SCHEDULED') = (publish_at is not null)),
    check ((standing = 'UNPUBLISHED') = (first_public_at is null)),
    check ((standing = 'UNPUBLISHED') = (public_revision is null)),
    check (standing = 'PUBLIC' or last_due_at is null)
);

create table newsroom.revision (
    id         bigint generated always as identity primary key,
    article    bigint not null references newsroom.article,
    place      int    not null,
    round      int    not null,
    title      text   not null check (title <> ''),
    byline     text   not null check (byline <> ''),
    unit_name  text   not null,
    text       text   not null,
    source     text   not null,
    lead       text   not null,
    digest     text   not null check (digest ~ '^[0-9a-f]{64}$'),
    written_by bigint not null,
    written_at timestamptz not null,
    reason     text   not null default '',
    unique (article, place)
);
alter table newsroom.article add foreign key (revision) references newsroom.revision;
alter table newsroom.article add foreign key (public_revision) references newsroom.revision;

create table newsroom.picture (
    revision         bigint not null references newsroom.revision,
    place            int    not null check (place between 1 and 40),
    attachment       uuid   not null,
    sha256           text   not null check (sha256 ~ '^[0-9a-f]{64}$'),
    alternative_text text   not null check (alternative_text <> ''),
    caption          text   not null,
    primary key (revision, place)
);

create table newsroom.pass (
    id       bigint generated always as identity primary key,
    revision bigint not null references newsroom.revision,
    place    int    not null,
    person   bigint not null,
    name     text   not null,
    digest   text   not null,
    errors   int    not null check (errors between 0 and 999),
    at       timestamptz not null,
    unique (revision, place),
    unique (revision, person)
);

create table newsroom.step (
    id       bigint generated always as identity primary key,
    article  bigint not null references newsroom.article,
    revision bigint references newsroom.revision,
    at       timestamptz not null,
    deed     text   not null,
    person   bigint,
    name     text   not null,
    reason   text   not null,
    note     text   not null
);
create index step_article on newsroom.step (article, id);

create table newsroom.draft (
    id           bigint generated always as identity primary key,
    person       bigint not null,
    -- Of a text that is there already; empty for a new one.
    article      bigint references newsroom.article,
    base         bigint references newsroom.revision,
    channel      text   not null,
    title        text   not null,
    byline       text   not null,
    text         text   not null,
    source       text   not null,
    attachments  uuid[] not null,
    alternatives text[] not null,
    captions     text[] not null,
    reason       text   not null default '',
    changed_at   timestamptz not null,
    unique (person, article)
);
create index draft_person on newsroom.draft (person, changed_at desc);

create index article_author on newsroom.article (author, id desc);
create index article_waiting on newsroom.article (working, next_place, submitted_at, id) where working in ('IN_REVIEW', 'PASSED', 'SCHEDULED');
create index article_due on newsroom.article (publish_at) where publish_at is not null;
create index article_ends on newsroom.article (expire_at) where expire_at is not null;
create index article_last_due on newsroom.article (last_due_at) where last_due_at is not null;
create index article_public on newsroom.article (first_public_at desc, id desc) where standing = 'PUBLIC';
create index article_public_channel on newsroom.article (channel, first_public_at desc, id desc) where standing = 'PUBLIC';

-- What was written, passed and done stays as it was.
create function newsroom.stays() returns trigger language plpgsql as $$
begin
    raise exception 'newsroom.% stays as it was written', tg_table_name;
end $$;
create trigger stays before update or delete on newsroom.revision for each row execute function newsroom.stays();
create trigger stays before update or delete on newsroom.picture for each row execute function newsroom.stays();
create trigger stays before update or delete on newsroom.pass for each row execute function newsroom.stays();
create trigger stays before update or delete on newsroom.step for each row execute function newsroom.stays();

-- Of title, byline, unit, text, source and pictures; no control character is in any of them.
create function newsroom.digest_of(wanted bigint) returns text language sql stable as $$
    select encode(sha256(convert_to(
        r.title || chr(31) || r.byline || chr(31) || r.unit_name || chr(31) || r.text || chr(31) || r.source
        || coalesce((select string_agg(chr(31) || p.sha256 || chr(31) || p.alternative_text || chr(31) || p.caption, '' order by p.place)
                     from newsroom.picture p where p.revision = r.id), ''), 'UTF8')), 'hex')
    from newsroom.revision r where r.id = wanted
$$;

-- The passes that count for a revision: its own, and of the same round those of stages that a change does not void.
create function newsroom.counted_pass(wanted bigint) returns setof newsroom.pass language sql stable as $$
    select p.*
    from newsroom.revision r
    join newsroom.article a on a.id = r.article
    join newsroom.channel c on c.code = a.channel
    join newsroom.procedure d on d.code = c.procedure
    join newsroom.revision o on o.article = r.article and o.round = r.round and o.place <= r.place
    join newsroom.pass p on p.revision = o.id
    where r.id = wanted and (o.id = r.id or p.place < d.voids_from)
$$;

create function newsroom.pass_fits() returns trigger language plpgsql as $$
declare
    r newsroom.revision;
    a newsroom.article;
begin
    select * into r from newsroom.revision where id = new.revision;
    select * into a from newsroom.article where id = r.article;
    if new.digest <> r.digest or r.digest is distinct from newsroom.digest_of(r.id) then
        raise exception 'a pass binds exactly one text';
    end if;
    if a.revision <> r.id then
        raise exception 'only what is worked on is passed';
    end if;
    if new.person in (a.author, r.written_by) then
        raise exception 'nobody passes his own text';
    end if;
    if not exists (select 1 from newsroom.channel c join newsroom.stage s on s.procedure = c.procedure
                   where c.code = a.channel and s.place = new.place) then
        raise exception 'there is no such stage';
    end if;
    if exists (select 1 from newsroom.counted_pass(r.id) p where p.person = new.person or p.place = new.place) then
        raise exception 'each pass is by another person';
    end if;
    if exists (select 1 from newsroom.channel c join newsroom.stage s on s.procedure = c.procedure
               where c.code = a.channel and s.place < new.place
                 and not exists (select 1 from newsroom.counted_pass(r.id) p where p.place = s.place)) then
        raise exception 'passes are in order';
    end if;
    return new;
end $$;
create trigger pass_fits before insert on newsroom.pass for each row execute function newsroom.pass_fits();

-- What somebody has passed gets no other picture.
create function newsroom.picture_fits() returns trigger language plpgsql as $$
begin
    if exists (select 1 from newsroom.pass where revision = new.revision) then
        raise exception 'what was passed does not change';
    end if;
    return new;
end $$;
create trigger picture_fits before insert on newsroom.picture for each row execute function newsroom.picture_fits();

-- 三审: nothing is public without its passes over exactly this text.
create function newsroom.public_fits() returns trigger language plpgsql as $$
declare
    needed int;
    three  boolean;
begin
    if new.public_revision is null then
        return new;
    end if;
    select d.passes_before_public, c.three_reviews into needed, three
    from newsroom.channel c join newsroom.procedure d on d.code = c.procedure where c.code = new.channel;
    if not exists (select 1 from newsroom.revision r where r.id = new.public_revision and r.article = new.id
                     and r.digest = newsroom.digest_of(r.id)) then
        raise exception 'the public text is one of the article';
    end if;
    if (select count(distinct p.person) from newsroom.counted_pass(new.public_revision) p where p.person <> new.author) < needed then
        raise exception 'not passed by as many as have to';
    end if;
    if three and (select count(distinct p.person) from newsroom.pass p join newsroom.revision r on r.id = p.revision
                  where p.revision = new.public_revision and p.digest = r.digest
                    and p.person <> new.author and p.person <> r.written_by) < 3 then
        raise exception 'not passed by three';
    end if;
    return new;
end $$;
create trigger public_fits before insert or update on newsroom.article for each row execute function newsroom.public_fits();

-- Who may see what is worked on: its author, and the editors above its unit; what its author withdrew they do not see any more.
create function newsroom.visible(reader bigint, units bigint[]) returns setof newsroom.article language sql stable as $$
    select a.* from newsroom.article a
    where a.author = reader
       or not (a.working = 'WITHDRAWN' and a.standing = 'UNPUBLISHED')
          and exists (select 1 from organization.unit_line l where l.unit = a.unit and l.above = any (units))
$$;
