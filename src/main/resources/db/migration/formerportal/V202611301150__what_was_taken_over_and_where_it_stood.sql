-- Of each article that a former portal carried, or that lay in a file: by what it is known again, who answers for it, and where it stood.
create schema formerportal;

create table formerportal.taken (
    -- SHA-256 of what names it where it comes from, so that nothing comes twice.
    key      text primary key check (key ~ '^[0-9a-f]{64}$'),
    article  bigint not null unique,
    person   bigint not null,
    file     text   not null check (file <> ''),
    -- Readers had it before; a Word file is new.
    former   boolean not null,
    day      date,
    taken_at timestamptz not null
);

-- Addresses there lead to the article here as soon as readers find it.
create table formerportal.address (
    path    text   primary key check (path ~ '^/.'),
    article bigint not null references formerportal.taken (article)
);
create index address_article on formerportal.address (article);

-- What readers had before is no news: the front page leaves it out.
create view formerportal.moved_in as
select article from formerportal.taken where former;
