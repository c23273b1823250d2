create schema notification;

-- A key and its arguments, not a sentence: each reader has it in his own language.
create table notification.message (
    id        bigint generated always as identity primary key,
    person    bigint      not null,
    key       text        not null check (length(key) between 1 and 100),
    arguments text[]      not null,
    address   text        not null check (address ~ '^/([^/\\]|$)'),
    cause     text,
    at        timestamptz not null,
    read_at   timestamptz,
    unique (person, cause)
);
create index message_inbox on notification.message (person, id);
create index message_unread on notification.message (person) where read_at is null;
