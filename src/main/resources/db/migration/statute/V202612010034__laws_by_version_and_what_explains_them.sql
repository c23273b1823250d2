create schema statute;

-- A law as it read from a day on; what was imported stays.
create table statute.version (
    id          bigint generated always as identity primary key,
    law         text        not null check (law <> ''),
    from_day    date        not null,
    imported_at timestamptz not null,
    unique (law, from_day)
);

create table statute.clause (
    version bigint not null references statute.version,
    place   int    not null,
    chapter text   not null,
    article text   not null check (article <> ''),
    text    text   not null check (text <> ''),
    primary key (version, place),
    unique (version, article)
);

create function statute.stays() returns trigger language plpgsql as $$
begin
    raise exception 'statute.% stays as it was imported', tg_table_name;
end $$;
create trigger stays before update or delete on statute.version for each row execute function statute.stays();
create trigger stays before update or delete on statute.clause for each row execute function statute.stays();

-- What an article of the paper explains.
create table statute.link (
    id              bigint generated always as identity primary key,
    article         bigint      not null,
    version         bigint      not null,
    place           int         not null,
    linked_by       bigint      not null,
    linked_at       timestamptz not null,
    -- The newer version for which an editor found that it still is right.
    still_right_for bigint references statute.version,
    -- The newer version of which its editors were told.
    told_of         bigint references statute.version,
    unique (article, version, place),
    foreign key (version, place) references statute.clause (version, place)
);
create index link_version on statute.link (version);

create view statute.explained as
select l.id, l.article, v.law, v.from_day, c.chapter, c.article as clause, c.text, n.id as newer_id, n.from_day as newer_from,
       l.told_of, coalesce(n.id is not null and l.still_right_for is distinct from n.id, false) as unchecked
from statute.link l
join statute.version v on v.id = l.version
join statute.clause c on c.version = l.version and c.place = l.place
left join lateral (select w.id, w.from_day from statute.version w
                   where w.law = v.law and w.from_day > v.from_day order by w.from_day desc limit 1) n on true;
