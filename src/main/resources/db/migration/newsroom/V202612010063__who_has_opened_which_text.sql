-- Whoever passes several at once has had each of them before him, in exactly this text.
create table newsroom.opened (
    person   bigint not null,
    revision bigint not null references newsroom.revision,
    at       timestamptz not null,
    primary key (person, revision)
);
create index opened_revision on newsroom.opened (revision);
