create schema insight;

-- A quarter of an enterprise as it was counted, once, when it was final. A later definition counts it again beside this.
create table insight.quarter (
    id         bigint generated always as identity primary key,
    root       bigint      not null,
    first_day  date        not null check (extract(day from first_day) = 1 and extract(month from first_day) in (1, 4, 7, 10)),
    version    int         not null check (version > 0),
    counted_at timestamptz not null,
    unique (root, first_day, version)
);
comment on column insight.quarter.version is 'Of the definitions by which it was counted.';

-- The parts of five or more people into which it was cut, and what each holds. Whatever is shown is a sum of these.
create table insight.part_count (
    quarter     bigint   not null references insight.quarter (id),
    part        int      not null,
    indicator   text     not null,
    numerator   bigint   not null check (numerator between 0 and denominator),
    denominator bigint   not null,
    why         text[]   not null,
    left_out    bigint[] not null check (cardinality(left_out) = cardinality(why)),
    days        float8[] not null,
    withheld    boolean  not null,
    primary key (quarter, part, indicator)
);
comment on column insight.part_count.days is 'Of what is measured in days: each of them, in their order.';

-- Of which units, months, matters, grades and ways the cases of a part are.
create table insight.part_key (
    quarter bigint   not null references insight.quarter (id),
    place   int      not null,
    part    int      not null,
    units   bigint[] not null,
    month   date     not null,
    matter  text     not null,
    grade   text     not null,
    channel text     not null,
    primary key (quarter, place)
);
comment on column insight.part_key.units is 'The unit for which they count and all that were above it on that day.';

-- The concerns behind, for those who may see them, and for a later count of the same cases.
create table insight.behind (
    quarter   bigint  not null,
    concern   bigint  not null,
    place     int     not null,
    own       boolean not null,
    own_entry boolean not null,
    primary key (quarter, concern),
    foreign key (quarter, place) references insight.part_key (quarter, place)
);

-- The batches of verdicts that were published in it, for the units that were above on that day.
create table insight.quarter_batch (
    quarter   bigint   not null references insight.quarter (id),
    place     int      not null,
    units     bigint[] not null,
    rated     int      not null,
    solved    int      not null,
    satisfied int      not null,
    primary key (quarter, place)
);

-- What came up again is known later than the rest.
create table insight.recurrences_counted (
    quarter    bigint primary key references insight.quarter (id),
    counted_at timestamptz not null
);

create function insight.what_was_counted_stays() returns trigger language plpgsql as $$
begin
    raise exception 'what was counted is never changed or removed';
end $$;

do $$
declare kept text;
begin
    foreach kept in array array['quarter', 'part_count', 'part_key', 'behind', 'quarter_batch', 'recurrences_counted'] loop
        execute format('create trigger stays before update or delete on insight.%I
            for each row execute function insight.what_was_counted_stays()', kept);
        execute format('create trigger is_not_emptied before truncate on insight.%I
            for each statement execute function insight.what_was_counted_stays()', kept);
    end loop;
end $$;
