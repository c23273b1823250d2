-- What is published of verdicts: at least five together, none of a kind, and never less.
create table verdict.batch (
    id            bigint generated always as identity primary key,
    unit          bigint  not null,
    rolled_up     boolean not null,
    released_on   date    not null,
    rated         int     not null check (rated >= 5),
    solved        int     not null check (solved between 0 and rated - 1),
    partly        int     not null check (partly between 0 and rated - 1),
    not_solved    int     not null check (not_solved between 0 and rated - 1),
    satisfied     int     not null check (satisfied between 0 and rated - 1),
    fairly        int     not null check (fairly between 0 and rated - 1),
    not_satisfied int     not null check (not_satisfied between 0 and rated - 1),
    check (solved + partly + not_solved = rated),
    check (satisfied + fairly + not_satisfied = rated)
);
create index on verdict.batch (unit, released_on);

-- Every answer that waits for its worker's word, whether he gives one or not.
create table verdict.answer (
    concern       bigint      not null,
    answer        int         not null check (answer > 0),
    number        text        not null,
    unit          bigint      not null,
    speaker       bigint,
    in_confidence boolean     not null,
    counts        boolean     not null,
    answered_at   timestamptz not null,
    reminders     smallint    not null default 0 check (reminders between 0 and 3),
    settled       boolean     not null default false,
    waits_at      bigint      not null,
    withheld      boolean     not null default false,
    batch         bigint references verdict.batch (id),
    primary key (concern, answer)
);
comment on column verdict.answer.counts is 'Reports of wrongdoing stand in no figure of a unit.';
comment on column verdict.answer.settled is 'The worker took it up again or let it go: nobody asks him any more.';
comment on column verdict.answer.waits_at is 'The unit with whose verdicts it will be published: its own, or one above.';
comment on column verdict.answer.withheld is 'It lay in a batch whose verdicts were all alike.';
create index on verdict.answer (answered_at) where not settled and speaker is not null and reminders < 3;
create index on verdict.answer (waits_at) where batch is null and counts;
create index on verdict.answer (unit, answered_at) where counts;

create table verdict.release (
    week date primary key check (extract(isodow from week) = 1)
);
