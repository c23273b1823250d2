create schema publicledger;

-- Whoever raised a concern agrees that it is told of, and takes that back whenever he wants. Who he is stands nowhere here.
create table publicledger.consent (
    concern       bigint      primary key,
    desk_unit     bigint      not null,
    given_at      timestamptz not null,
    taken_back_at timestamptz
);

-- One concern as all may read it: what was asked and answered in words of the desk, decided by two people of two lines. The words
-- lie here while it waits or is public, and no longer.
create table publicledger.entry (
    number      bigint generated always as identity primary key,
    concern     bigint      not null references publicledger.consent (concern),
    desk_unit   bigint      not null,
    unit        bigint      not null,
    matter      text        not null,
    promised_on date        not null,
    replied_on  date        not null,
    request     text,
    reply       text,
    state       text        not null
        check (state in ('PROPOSED', 'APPROVED_ONCE', 'PUBLIC', 'DECLINED', 'RETRACTED')),
    proposed_by bigint      not null,
    proposed_at timestamptz not null,
    first_by    bigint,
    first_line  text check (first_line in ('OFFICE', 'LEADERS', 'SUPERVISION')),
    second_by   bigint,
    second_line text check (second_line in ('OFFICE', 'LEADERS', 'SUPERVISION')),
    public_at   timestamptz,
    -- What looked like somebody and stayed, and why the second person let it.
    kept_parts  text        not null default '',
    kept_reason text        not null default '',
    declined    text check (declined in ('IDENTIFIES', 'OTHERS', 'UNREADABLE')),
    check ((request is null) = (reply is null)),
    check (request <> '' and reply <> ''),
    check ((first_by is null) = (first_line is null) and (second_by is null) = (second_line is null)),
    check (first_by <> proposed_by and second_by <> proposed_by and first_by <> second_by and first_line <> second_line),
    check ((state = 'PUBLIC') = (second_by is not null)),
    check ((state = 'PUBLIC') = (public_at is not null)),
    check (state <> 'PROPOSED' or first_by is null),
    check (state <> 'APPROVED_ONCE' or first_by is not null),
    check ((state = 'DECLINED') = (declined is not null)),
    check (state not in ('PROPOSED', 'APPROVED_ONCE') or request is not null),
    check (state not in ('DECLINED', 'RETRACTED') or request is null),
    check ((kept_parts = '') = (kept_reason = ''))
);
create unique index one_live on publicledger.entry (concern)
    where state in ('PROPOSED', 'APPROVED_ONCE') or state = 'PUBLIC' and request is not null;

-- That it is down: since when, and by which rule. Only added to; whoever raised it needs none and is not named.
create table publicledger.withdrawal (
    entry     bigint      primary key references publicledger.entry (number),
    at        timestamptz not null,
    rule      text        not null check (rule in ('REPORTER', 'IDENTIFIES', 'MISTAKEN', 'CASE_CHANGED')),
    by_person bigint,
    check ((rule in ('IDENTIFIES', 'MISTAKEN')) = (by_person is not null))
);

-- What becomes known later, once each: the batch in which a verdict on it came out, never that verdict; whether it came back.
create table publicledger.verdicts (
    entry         bigint primary key references publicledger.entry (number),
    released_on   date   not null,
    unit          bigint not null,
    rated         int    not null check (rated >= 5),
    solved        int    not null,
    partly        int    not null,
    not_solved    int    not null,
    satisfied     int    not null,
    fairly        int    not null,
    not_satisfied int    not null
);
create table publicledger.recurrence (
    entry     bigint  primary key references publicledger.entry (number),
    came_back boolean not null,
    known_on  date    not null
);

create function publicledger.entries_stay() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE'
        or row(old.number, old.concern, old.desk_unit, old.unit, old.matter, old.promised_on, old.replied_on, old.proposed_by, old.proposed_at)
            is distinct from
           row(new.number, new.concern, new.desk_unit, new.unit, new.matter, new.promised_on, new.replied_on, new.proposed_by, new.proposed_at)
        or new.request is not null and (new.request is distinct from old.request or new.reply is distinct from old.reply)
        or old.state in ('PUBLIC', 'DECLINED', 'RETRACTED') and new.state <> old.state
        or old.state = 'PUBLIC' and row(old.first_by, old.first_line, old.second_by, old.second_line, old.public_at)
            is distinct from row(new.first_by, new.first_line, new.second_by, new.second_line, new.public_at)
        or old.state = 'PUBLIC' and new.kept_parts not in (old.kept_parts, '') then
        raise exception 'what was published of a concern is not changed; it is taken down';
    end if;
    if old.state = 'PUBLIC' and new.request is null and old.request is not null
        and not exists (select 1 from publicledger.withdrawal w where w.entry = new.number) then
        raise exception 'its words go when it is taken down';
    end if;
    return new;
end $$;
create trigger entries_stay before update or delete on publicledger.entry
    for each row execute function publicledger.entries_stay();

create function publicledger.facts_stay() returns trigger language plpgsql as $$
begin
    raise exception 'what became known of a published concern stays';
end $$;
create trigger withdrawals_stay before update or delete on publicledger.withdrawal
    for each row execute function publicledger.facts_stay();
create trigger verdicts_stay before update on publicledger.verdicts
    for each row execute function publicledger.facts_stay();
create trigger recurrences_stay before update on publicledger.recurrence
    for each row execute function publicledger.facts_stay();

-- What may be read at this moment; every page and list asks here each time.
create view publicledger.shown as
select e.number, e.concern, e.desk_unit, e.unit, e.matter, e.promised_on, e.replied_on, e.request, e.reply, e.public_at
from publicledger.entry e
join publicledger.consent c on c.concern = e.concern and c.taken_back_at is null
where e.state = 'PUBLIC' and e.request is not null
  and not exists (select 1 from publicledger.withdrawal w where w.entry = e.number)
  and not exists (select 1 from concern.untold_case u where u.id = e.concern)
  and not exists (select 1 from concern.case_of_nobody n where n.id = e.concern)
  and not exists (select 1 from concern.overturned_answer o where o.id = e.concern and o.at >= e.public_at);
