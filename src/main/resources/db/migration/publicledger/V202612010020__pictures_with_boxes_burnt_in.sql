-- Which words somebody agreed to, and whether to his photos as well. The first words said that no photo is ever shown.
alter table publicledger.consent
    add column wording  smallint not null default 1 check (wording in (1, 2)),
    add column pictures boolean  not null default false,
    add constraint words_that_tell_of_pictures check (not pictures or wording >= 2);

-- Whoever proposed it is still choosing pictures: nobody decides so long, and what was decided is void.
alter table publicledger.entry
    add column picturing boolean not null default false,
    add constraint nobody_decides_so_long check (not picturing or state = 'PROPOSED');

-- A picture as all may see it, painted anew with its boxes burnt in; the photo it was made of stays with the concern. It lies here
-- while the entry waits or is public, and no longer. Boxes are left, top, width and height in thousandths, four numbers each.
create table publicledger.picture (
    entry            bigint  not null references publicledger.entry (number),
    place            int     not null check (place between 1 and 3),
    photo            uuid,
    bytes            bytea,
    sha256           text,
    width            int     not null check (width > 0),
    height           int     not null check (height > 0),
    alternative_text text check (alternative_text <> ''),
    boxes            bigint[] not null,
    covers           text[]   not null check (covers <@ array['FACE', 'PLATE', 'NAME_TAG', 'SCREEN', 'OTHER']),
    -- Whoever proposed it says that nobody can be recognized without a box.
    nobody           boolean  not null,
    primary key (entry, place),
    unique (entry, photo),
    check (cardinality(boxes) = 4 * cardinality(covers) and cardinality(covers) <= 12),
    check (nobody = (bytes is not null and cardinality(covers) = 0)),
    check ((bytes is null) = (photo is null) and (bytes is null) = (sha256 is null)
        and (bytes is null) = (alternative_text is null) and (bytes is not null or cardinality(covers) = 0)),
    check (sha256 = encode(sha256(bytes), 'hex'))
);
-- Compressed already.
alter table publicledger.picture alter column bytes set storage external;

create function publicledger.pictures_stay() returns trigger language plpgsql as $$
declare
    its publicledger.entry;
begin
    select * into its from publicledger.entry e where e.number = coalesce(new.entry, old.entry);
    if tg_op = 'DELETE' and (its.picturing or its.state in ('DECLINED', 'RETRACTED')) then
        return old;
    end if;
    if tg_op <> 'DELETE' and its.picturing and new.bytes is not null then
        return new;
    end if;
    if tg_op = 'UPDATE' and new.bytes is null and row(new.entry, new.place) = row(old.entry, old.place)
        and exists (select 1 from publicledger.withdrawal w where w.entry = new.entry) then
        return new;
    end if;
    raise exception 'a picture that somebody decides about is not changed';
end $$;
create trigger pictures_stay before insert or update or delete on publicledger.picture
    for each row execute function publicledger.pictures_stay();

create view publicledger.shown_picture as
select p.entry, p.place, p.bytes, p.sha256, p.width, p.height, p.alternative_text, p.covers
from publicledger.picture p
join publicledger.shown s on s.number = p.entry
join publicledger.consent c on c.concern = s.concern and c.pictures
where p.bytes is not null;
