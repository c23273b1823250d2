create schema silence;

-- A look at which units are silent, once on each Monday; who looks twice in a week learns nothing new.
create table silence.look (
    monday date primary key check (extract(isodow from monday) = 1),
    since  date not null,
    judged int  not null check (judged >= 0)
);

create table silence.silent_unit (
    monday   date   not null references silence.look (monday),
    unit     bigint not null,
    people   int    not null check (people >= 20),
    expected int    not null check (expected >= 5),
    -- Nothing where it is fewer than five, or fewer than five people said it.
    heard    int check (heard >= 5),
    primary key (monday, unit)
);
