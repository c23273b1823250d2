-- A reprint names a source that is permitted, its author, its title, where it stood and its editor, or it is no text of an article; it is
-- bound by the digest as everything else is.
create table newsroom.reprint (
    revision        bigint primary key references newsroom.revision,
    original_author text not null check (original_author <> ''),
    original_title  text not null check (original_title <> ''),
    link            text not null check (link = '' or link ~ '^https?://'),
    issue           text not null,
    editor          text not null check (editor <> ''),
    check (link <> '' or issue <> '')
);
create trigger stays before update or delete on newsroom.reprint for each row execute function newsroom.stays();

alter table newsroom.draft
    add column original_author text not null default '',
    add column original_title  text not null default '',
    add column link            text not null default '',
    add column issue           text not null default '',
    add column reprint_editor  text not null default '';

create or replace function newsroom.digest_of(wanted bigint) returns text language sql stable as $$
    select encode(sha256(convert_to(
        r.title || chr(31) || r.byline || chr(31) || r.unit_name || chr(31) || r.text || chr(31) || r.source
        || coalesce((select string_agg(chr(31) || p.sha256 || chr(31) || p.alternative_text || chr(31) || p.caption, '' order by p.place)
                     from newsroom.picture p where p.revision = r.id), '')
        || coalesce((select chr(31) || o.original_author || chr(31) || o.original_title || chr(31) || o.link || chr(31) || o.issue
                         || chr(31) || o.editor
                     from newsroom.reprint o where o.revision = r.id), ''), 'UTF8')), 'hex')
    from newsroom.revision r where r.id = wanted
$$;

create function newsroom.reprint_is_permitted(wanted bigint, at timestamptz) returns boolean language sql stable as $$
    select r.source = '' or exists (
        select 1 from newsroom.reprint o
        join reprint.permitted s on s.name = r.source and s.from_day <= (at at time zone 'Asia/Shanghai')::date
            and (s.until_day is null or s.until_day >= (at at time zone 'Asia/Shanghai')::date)
        where o.revision = r.id)
    from newsroom.revision r where r.id = wanted
$$;

-- At the end of the transaction in which a text is handed in.
create function newsroom.reprint_fits() returns trigger language plpgsql as $$
begin
    if not newsroom.reprint_is_permitted(new.id, new.written_at) then
        raise exception 'a reprint names a permitted source, author, title, place and editor';
    end if;
    return null;
end $$;
create constraint trigger reprint_fits after insert on newsroom.revision
    deferrable initially deferred for each row execute function newsroom.reprint_fits();

-- And a source that is over gives nothing new to readers.
create function newsroom.reprint_comes_out() returns trigger language plpgsql as $$
begin
    if new.standing = 'PUBLIC' and new.public_revision is distinct from old.public_revision
            and not newsroom.reprint_is_permitted(new.public_revision, new.changed_at) then
        raise exception 'the source of this reprint is not permitted any more';
    end if;
    return new;
end $$;
create trigger reprint_comes_out before update on newsroom.article for each row execute function newsroom.reprint_comes_out();

-- What was passed names no other source.
create trigger picture_fits before insert on newsroom.reprint for each row execute function newsroom.picture_fits();

create view newsroom.published_reprint as
select a.id, o.original_author, o.original_title, o.link, o.issue, o.editor
from newsroom.article a
join newsroom.reprint o on o.revision = a.public_revision
where a.standing = 'PUBLIC';
