-- The masthead by the day from which it is in force, and what the portal may read: everything of it asks for standing.
create table newsroom.masthead (
    from_day      date primary key,
    paper         text not null check (paper <> ''),
    english_paper text not null check (english_paper <> ''),
    motto         text not null default '',
    publisher     text not null default '',
    chief_editor  text not null default '',
    staff         text not null default '',
    telephone     text not null default '',
    mail          text not null default '',
    filing        text not null default '',
    security_filing text not null default '',
    former_name   text not null default ''
);
insert into newsroom.masthead (from_day, paper, english_paper, motto)
values (date '2000-01-01', '矿工新闻', 'Miners'' News', '说矿上的事，让矿工看得懂');

create view newsroom.published as
select a.id, a.channel, a.kind, a.unit, a.slug, a.first_public_at, a.changed_at, a.editor_name, a.author,
       a.public_revision, r.title, r.byline, r.unit_name, r.source, r.lead,
       (select count(*) from newsroom.picture p where p.revision = r.id) as pictures
from newsroom.article a
join newsroom.revision r on r.id = a.public_revision
where a.standing = 'PUBLIC';

create view newsroom.published_text as
select a.id, r.text
from newsroom.article a
join newsroom.revision r on r.id = a.public_revision
where a.standing = 'PUBLIC';

create view newsroom.published_picture as
select a.id, p.place, p.attachment, p.alternative_text, p.caption
from newsroom.article a
join newsroom.picture p on p.revision = a.public_revision
where a.standing = 'PUBLIC';

-- That it was corrected, when, and what was said of it.
create view newsroom.published_correction as
select a.id, s.at, s.note
from newsroom.article a
join newsroom.step s on s.article = a.id and s.deed = 'CORRECTED'
where a.standing = 'PUBLIC';

-- What was public once: a retracted one keeps its title, of the others only that they were there.
create view newsroom.gravestone as
select a.id, a.channel, a.standing, a.changed_at, a.note,
       case when a.standing = 'RETRACTED' then r.title else '' end as title
from newsroom.article a
join newsroom.revision r on r.id = a.public_revision
where a.standing in ('RETRACTED', 'TAKEN_DOWN', 'EXPIRED');

create view newsroom.open_channel as
select code, place, name, english_name, kind from newsroom.channel;
