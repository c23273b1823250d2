-- Whatever came out, for whoever counts by author: with how it stands now, and its title for those who keep the books. A reprint is
-- nobody's own; and neither is what was taken over from elsewhere, whose first step says whence, while a submission says nothing.
create index article_came_out on newsroom.article (first_public_at) where first_public_at is not null;

create view newsroom.contribution as
select a.id, a.channel, a.kind, a.author, a.unit, a.standing, a.first_public_at, r.title, r.byline
from newsroom.article a
join newsroom.revision r on r.id = a.public_revision
where a.first_public_at is not null
  and r.source = ''
  and not exists (select 1 from newsroom.step s where s.article = a.id and s.deed = 'SUBMITTED' and s.reason <> '');
