-- Whether the pictures of a piece stand in its text, follow each other large, or hang on a wall. Data of the channel.
alter table newsroom.channel
    add column showing text not null default 'IN_TEXT' check (showing in ('IN_TEXT', 'SLIDES', 'WALL'));
update newsroom.channel set showing = 'SLIDES' where code = 'slides';
update newsroom.channel set showing = 'WALL' where code in ('exhibition', 'photography');

create or replace view newsroom.open_channel as
select code, place, name, english_name, kind, showing from newsroom.channel;
