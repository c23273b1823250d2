-- What somebody asks to have corrected or erased; one person has it, with a date.
create table privacy.request (
    id         bigint generated always as identity primary key,
    person     bigint      not null,
    kind       text        not null check (kind in ('CORRECT', 'ERASE')),
    number     text        not null default '',
    words      text        not null check (length(words) between 4 and 1000),
    owner      bigint,
    asked_at   timestamptz not null,
    due_on     date        not null,
    answer     text        not null default '',
    done       boolean,
    decided_by bigint,
    decided_at timestamptz,
    check ((done is null) = (decided_at is null)),
    check ((kind = 'ERASE') = (number <> '')),
    check (done is null or length(answer) >= 4)
);
create index on privacy.request (person);
create index on privacy.request (owner) where decided_at is null;
