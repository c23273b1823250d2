create schema knowledge;

-- 答疑: one question with its answer that all may read. From which case it comes is told to nobody who reads it.
create table knowledge.question (
    number    bigint generated always as identity primary key,
    concern   bigint      not null unique,
    desk_unit bigint      not null,
    unit      bigint      not null,
    matter    text        not null,
    at        timestamptz not null
);

-- Its wordings. A correction is a wording of its own, with approvals of its own; none is ever changed.
create table knowledge.wording (
    id          bigint generated always as identity primary key,
    question    bigint      not null references knowledge.question (number),
    place       int         not null check (place > 0),
    asked       text        not null check (asked <> ''),
    answer      text        not null check (answer <> ''),
    basis       text        not null,
    state       text        not null
        check (state in ('PROPOSED', 'APPROVED_ONCE', 'PUBLIC', 'REPLACED', 'DECLINED', 'WITHDRAWN')),
    proposed_by bigint      not null,
    proposed_at timestamptz not null,
    first_by    bigint,
    first_line  text check (first_line in ('OFFICE', 'LEADERS', 'SUPERVISION')),
    second_by   bigint,
    second_line text check (second_line in ('OFFICE', 'LEADERS', 'SUPERVISION')),
    public_at   timestamptz,
    reason      text        not null default '',
    unique (question, place),
    check ((first_by is null) = (first_line is null) and (second_by is null) = (second_line is null)),
    -- Two people of two lines, and neither of them proposed it.
    check (first_by <> proposed_by and second_by <> proposed_by and first_by <> second_by and first_line <> second_line),
    check ((state in ('PUBLIC', 'REPLACED')) = (second_by is not null)),
    check ((state in ('PUBLIC', 'REPLACED')) = (public_at is not null)),
    check (state not in ('PROPOSED') or first_by is null),
    check (state <> 'APPROVED_ONCE' or first_by is not null),
    check ((state = 'DECLINED') = (reason <> ''))
);
create unique index one_public on knowledge.wording (question) where state = 'PUBLIC';
create unique index one_waiting on knowledge.wording (question) where state in ('PROPOSED', 'APPROVED_ONCE');

create function knowledge.stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or row(old.id, old.question, old.place, old.asked, old.answer, old.basis, old.proposed_by, old.proposed_at)
        is distinct from row(new.id, new.question, new.place, new.asked, new.answer, new.basis, new.proposed_by, new.proposed_at)
        or old.state in ('REPLACED', 'DECLINED', 'WITHDRAWN') then
        raise exception 'a wording is never changed; a correction is one of its own';
    end if;
    return new;
end $$;
create trigger wordings_stay before update or delete on knowledge.wording for each row execute function knowledge.stays();

-- A gravestone: since when it is down, and by which rule. Only added to.
create table knowledge.taken_down (
    question  bigint      primary key references knowledge.question (number),
    at        timestamptz not null,
    rule      text        not null check (rule in ('IDENTIFIES', 'MISTAKEN')),
    by_person bigint      not null
);

-- Whether it answered what somebody wanted to know: once each, by a key that tells of nobody.
create table knowledge.tap (
    question  bigint  not null references knowledge.question (number),
    tapped_by text    not null,
    answered  boolean not null,
    primary key (question, tapped_by)
);

-- What may be read at this moment; every page, list and suggestion asks here each time.
create view knowledge.shown as
select q.number, q.concern, q.desk_unit, q.unit, q.matter, w.id as wording, w.place, w.asked, w.answer, w.basis, w.public_at
from knowledge.question q
join knowledge.wording w on w.question = q.number and w.state = 'PUBLIC'
where not exists (select 1 from knowledge.taken_down t where t.question = q.number)
  and not exists (select 1 from concern.untold_case u where u.id = q.concern);
