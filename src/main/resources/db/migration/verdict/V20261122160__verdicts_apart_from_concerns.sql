create schema verdict;

-- Apart from state and timeline, so that nothing that the handling line reads can change with it.
create table verdict.verdict (
    concern   bigint      not null,
    answer    int         not null check (answer > 0),
    solved    text        not null check (solved in ('SOLVED', 'PARTLY', 'NOT_SOLVED')),
    satisfied text        not null check (satisfied in ('SATISFIED', 'FAIRLY', 'NOT_SATISFIED')),
    word      text        not null,
    given_at  timestamptz not null,
    primary key (concern, answer)
);
