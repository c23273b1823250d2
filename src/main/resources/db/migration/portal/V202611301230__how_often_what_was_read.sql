-- How often an article was shown, and to nobody's name.
create schema portal;

create table portal.reads (
    article bigint primary key,
    reads   bigint not null check (reads > 0)
);
