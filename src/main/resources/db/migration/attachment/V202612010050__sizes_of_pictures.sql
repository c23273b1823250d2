-- A picture in the few sizes in which it is shown. All of it can be made again from the file; with the file it goes.
create table attachment.rendition (
    attachment uuid        not null references attachment.content on delete cascade,
    name       text        not null check (name ~ '^[0-9]{3,4}\.(jpg|webp)$'),
    -- Null where it cannot be made: the file is shown as it is.
    bytes      bytea,
    made_at    timestamptz not null,
    primary key (attachment, name)
);
alter table attachment.rendition alter column bytes set storage external;

-- Of a picture as it is seen, turned upright; measured when a page first shows it. 0 is of one whose header says nothing.
alter table attachment.content add column width int check (width >= 0);
alter table attachment.content add column height int check (height >= 0 and (height is null) = (width is null));
