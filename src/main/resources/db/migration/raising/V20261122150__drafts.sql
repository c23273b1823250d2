create schema raising;

-- What was written so far on the way through the three screens; nobody is named, whoever has the token has it.
create table raising.draft (
    token      text primary key,
    words      text        not null default '',
    kind       text,
    matter     text,
    place      text        not null default '',
    unit       bigint,
    attachments uuid[]     not null default '{}',
    changed_at timestamptz not null
);
create index draft_changed on raising.draft (changed_at);
