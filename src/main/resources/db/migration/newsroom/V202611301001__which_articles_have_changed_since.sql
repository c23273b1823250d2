-- In which transaction an article was written last, so that whoever makes it findable asks only for what is new: as concerns do it.
alter table newsroom.article add column written_in xid8 not null default '0';
create index article_written on newsroom.article (written_in, id) where public_revision is not null;

create function newsroom.is_written() returns trigger language plpgsql as $$
begin
    new.written_in := pg_current_xact_id();
    return new;
end $$;
create trigger is_written before insert or update on newsroom.article
    for each row execute function newsroom.is_written();

-- What is found of whatever was public once, without a word where it is not any more.
create view newsroom.sought as
select a.id, a.written_in, a.standing, a.slug, a.channel, c.name, c.english_name, a.first_public_at,
       case when a.standing = 'PUBLIC' then r.title else '' end as title,
       case when a.standing = 'PUBLIC' then r.byline else '' end as byline,
       case when a.standing = 'PUBLIC' then r.text else '' end as text,
       case when a.standing = 'PUBLIC' then concat_ws(E'\n', r.byline, r.unit_name, nullif(r.source, ''),
           (select string_agg(concat_ws(E'\n', p.alternative_text, nullif(p.caption, '')), E'\n' order by p.place)
            from newsroom.picture p where p.revision = r.id)) else '' end as around
from newsroom.article a
join newsroom.revision r on r.id = a.public_revision
join newsroom.channel c on c.code = a.channel;
