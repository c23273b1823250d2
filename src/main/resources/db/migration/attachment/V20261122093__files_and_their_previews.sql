create schema attachment;

-- Who sent a file is not kept here: the file of an anonymous report must not name its sender.
create table attachment.content (
    id         uuid primary key,
    name       text        not null check (length(name) between 1 and 200),
    media_type text        not null,
    kind       text        not null check (kind in ('PHOTO', 'RECORDING', 'VIDEO', 'DOCUMENT')),
    size       bigint      not null check (size between 1 and 20971520),
    sha256     bytea       not null check (length(sha256) = 32),
    bytes      bytea       not null check (length(bytes) = size),
    preview    bytea,
    taken_at   timestamptz not null,
    kept       boolean     not null default false
);
-- Photos and recordings are compressed already; uncompressed storage lets parts be read without the whole.
alter table attachment.content alter column bytes set storage external;
alter table attachment.content alter column preview set storage external;
create index content_orphan on attachment.content (taken_at) where not kept;
