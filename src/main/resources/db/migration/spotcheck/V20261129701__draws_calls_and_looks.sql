create schema spotcheck;

-- From one Monday until before another; what decides the draw is committed to before it begins.
create table spotcheck.period (
    id           bigint generated always as identity primary key,
    begins       date        not null unique check (extract(isodow from begins) = 1),
    ends         date        not null check (ends > begins and extract(isodow from ends) = 1),
    seed         bytea       not null check (length(seed) = 32),
    commitment   text        not null check (length(commitment) = 64),
    published_at timestamptz not null,
    drawn_until  date        not null check (drawn_until between begins and ends),
    revealed_at  timestamptz
);
comment on column spotcheck.period.drawn_until is 'The weeks before this Monday are drawn.';

create table spotcheck.rate (
    period         bigint        not null references spotcheck.period (id),
    unit           bigint        not null,
    answers_before int           not null check (answers_before >= 0),
    rate           numeric(6, 5) not null check (rate between 0.05 and 1),
    primary key (period, unit)
);

-- Every answer of a week, as it lay before the draw.
create table spotcheck.candidate (
    period      bigint  not null references spotcheck.period (id),
    concern     bigint  not null,
    answer      int     not null,
    number      text    not null,
    unit        bigint  not null,
    week        date    not null,
    life_safety boolean not null,
    callable    boolean not null,
    primary key (concern, answer)
);
create index on spotcheck.candidate (period, unit);

create table spotcheck.drawn (
    period    bigint      not null references spotcheck.period (id),
    place     int         not null check (place > 0),
    reason    text        not null check (reason in ('LIFE_SAFETY', 'WEEK', 'TOP_UP', 'REPLACEMENT')),
    until     date        not null,
    concern   bigint      not null,
    answer    int         not null,
    replaces  int,
    drawn_at  timestamptz not null,
    state     text        not null default 'OPEN' check (state in ('OPEN', 'RECORDED', 'UNREACHED')),
    solved    text        check (solved in ('SOLVED', 'PARTLY', 'NOT_SOLVED')),
    satisfied text        check (satisfied in ('SATISFIED', 'FAIRLY', 'NOT_SATISFIED')),
    pressed   text        check (pressed in ('NO', 'ASKED', 'COACHED', 'GIVEN')),
    word      text        not null default '',
    caller    bigint,
    called_at timestamptz,
    primary key (period, place),
    unique (concern, answer),
    foreign key (concern, answer) references spotcheck.candidate (concern, answer),
    check ((reason = 'REPLACEMENT') = (replaces is not null)),
    check ((state = 'RECORDED') = (solved is not null and satisfied is not null and pressed is not null))
);
create index on spotcheck.drawn (state) where state = 'OPEN';

create table spotcheck.attempt (
    period bigint      not null,
    place  int         not null,
    day    date        not null,
    person bigint      not null,
    at     timestamptz not null,
    primary key (period, place, day),
    foreign key (period, place) references spotcheck.drawn (period, place)
);

-- Those who are asked together how it stands now.
create table spotcheck.check_group (
    id     bigint generated always as identity primary key,
    batch  bigint      not null unique,
    round  int         not null check (round between 1 and 3),
    ask_at timestamptz not null,
    asked  boolean     not null default false,
    over   boolean     not null default false
);
create table spotcheck.member (
    check_group bigint not null references spotcheck.check_group (id),
    concern     bigint not null,
    answer      int    not null,
    number      text   not null,
    unit        bigint not null,
    primary key (check_group, concern, answer)
);
create table spotcheck.look (
    id          bigint generated always as identity primary key,
    check_group bigint      not null references spotcheck.check_group (id),
    round       int         not null,
    concern     bigint      not null,
    answer      int         not null,
    number      text        not null,
    unit        bigint      not null,
    show_by     timestamptz not null,
    finding     text        check (finding in ('DONE', 'NOT_DONE', 'CANNOT_TELL')),
    reason      text        not null default '',
    reviewer    bigint,
    found_at    timestamptz,
    unique (check_group, round, concern, answer),
    check ((finding is null) = (reviewer is null))
);
create index on spotcheck.look (show_by) where finding is null;

create table spotcheck.unit_finding (
    period     bigint           not null references spotcheck.period (id),
    unit       bigint           not null,
    calls      int              not null check (calls > 0),
    mismatches int              not null check (mismatches between 0 and calls),
    chance     double precision not null check (chance between 0 and 1),
    named      boolean          not null,
    primary key (period, unit)
);
