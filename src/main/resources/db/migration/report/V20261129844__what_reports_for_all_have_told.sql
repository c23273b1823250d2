create sequence report.atom;

-- Concerns of one atom are told apart by no number that everybody may read, whichever reports he lays beside which.
create table report.told (
    space   text   not null,
    concern bigint not null,
    atom    bigint not null,
    primary key (space, concern)
);
comment on column report.told.space is 'The measure of which it was told; parts of a measure lie in its space.';
create index on report.told (space, atom);
