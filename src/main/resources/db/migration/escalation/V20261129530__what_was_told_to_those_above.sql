create schema escalation;

-- When to look at a concern again; every step of it says "now".
create table escalation.watch (
    concern bigint primary key,
    look_at timestamptz not null
);
create index watch_look_at on escalation.watch (look_at);

-- Once per threshold of a clock: the key itself refuses a second time.
create table escalation.climb (
    concern   bigint      not null,
    clock     text        not null check (clock in ('ACKNOWLEDGE', 'REPLY', 'PROGRESS')),
    began_at  timestamptz not null,
    rung      int         not null check (rung > 0),
    threshold text        not null,
    unit      bigint      not null,
    at        timestamptz not null,
    primary key (concern, clock, began_at, rung)
);
create index climb_unit on escalation.climb (unit, at desc);
