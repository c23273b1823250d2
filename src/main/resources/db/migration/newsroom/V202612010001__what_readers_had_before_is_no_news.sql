-- What readers had before, at a former portal, has its place in its channel and is no news. That stands with the article now, so that the
-- front page finds the newest of a channel at once, however much was moved in.
alter table newsroom.article add column former boolean not null default false;
update newsroom.article a set former = true from formerportal.moved_in m where m.article = a.id;
create index article_news on newsroom.article (channel, first_public_at desc, id desc) where standing = 'PUBLIC' and not former;

create or replace view newsroom.published as
select a.id, a.channel, a.kind, a.unit, a.slug, a.first_public_at, a.changed_at, a.editor_name, a.author,
       a.public_revision, r.title, r.byline, r.unit_name, r.source, r.lead,
       (select count(*) from newsroom.picture p where p.revision = r.id) as pictures, a.former
from newsroom.article a
join newsroom.revision r on r.id = a.public_revision
where a.standing = 'PUBLIC';
