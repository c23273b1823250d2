-- What has arrived of a file over a network that breaks off. Whoever has the key may go on; only its digest is kept, and
-- who he is is not.
create table attachment.partial (
    digest     text        primary key,
    name       text        not null check (length(name) between 1 and 200),
    size       bigint      not null check (size between 1 and 20971520),
    sha256     bytea       not null check (length(sha256) = 32),
    received   bigint      not null default 0 check (received between 0 and size),
    attachment uuid        check (attachment is null or received = size),
    changed_at timestamptz not null
);
create index partial_changed on attachment.partial (changed_at);

-- The parts lie apart: a file that grows in its row would be written anew with every part.
create table attachment.part (
    digest    text   not null references attachment.partial on delete cascade,
    starts_at bigint not null,
    bytes     bytea  not null,
    primary key (digest, starts_at)
);
alter table attachment.part alter column bytes set storage external;
