-- Who saves a draft says which of its states he saw; where it was saved since, both are put together.
alter table newsroom.draft add column version int not null default 1 check (version > 0);

-- What people call one of the texts of an article, apart from it: the text itself stays as it was written.
create table newsroom.revision_name (
    revision    bigint primary key references newsroom.revision,
    name        text   not null check (name <> '' and length(name) <= 40),
    person      bigint not null,
    person_name text   not null,
    at          timestamptz not null
);
