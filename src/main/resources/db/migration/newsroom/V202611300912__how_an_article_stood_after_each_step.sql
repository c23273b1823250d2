-- What readers saw of it after a step that changed what is public; empty after every other. An article keeps only how it stands
-- now, and the public log is held against how it stood then.
alter table newsroom.step
    add column standing    text not null default '' check (standing in ('', 'PUBLIC', 'RETRACTED', 'TAKEN_DOWN', 'EXPIRED')),
    add column slug        text not null default '',
    add column editor_name text not null default '';

alter table newsroom.step disable trigger stays;
update newsroom.step s set
    standing = case s.deed when 'PUBLISHED' then 'PUBLIC' when 'CORRECTED' then 'PUBLIC' when 'SENT_BACK' then 'TAKEN_DOWN' else s.deed end,
    slug = a.slug, editor_name = a.editor_name
from newsroom.article a
where a.id = s.article and a.first_public_at is not null
  and (s.deed in ('PUBLISHED', 'CORRECTED', 'RETRACTED', 'TAKEN_DOWN', 'EXPIRED')
    or s.deed = 'SENT_BACK' and a.standing = 'TAKEN_DOWN'
        and s.id = (select max(o.id) from newsroom.step o where o.article = a.id));
alter table newsroom.step enable trigger stays;
create index step_public on newsroom.step (article, id) where standing <> '';
