create schema problem;

-- One row is one problem as it stands; how it came to stand so is told by its steps.
create table problem.problem (
    id            bigint generated always as identity primary key,
    number        text        not null unique check (number ~ '^Z-[0-9]{4}-[0-9]{5}-[0-9]{2}$'),
    title         text        not null check (title <> ''),
    -- Whether its owner has said that whoever raised a concern of it may read the title.
    told          boolean     not null default false,
    opened_at     timestamptz not null,
    opened_by     bigint      not null,
    -- One unit and one person, in every state.
    lead_unit     bigint      not null,
    owner         bigint      not null,
    state         text        not null check (state in
        ('OPENED', 'CAUSE_NAMED', 'CURE_DECIDED', 'WATCHED', 'WATCHED_OUT', 'CLOSED')),
    -- Of what everybody reads who sees it; a concern that is laid to it counts for nothing here.
    version       int         not null,
    -- Once more after it came back or was sent back.
    round         int         not null default 1,
    recurrences   int         not null default 0 check (recurrences >= 0 and recurrences < round),
    began_at      timestamptz not null,
    due_at        timestamptz not null check (due_at > began_at),
    moved         boolean     not null default false,
    -- How far up the line was told that it is late.
    told_up       int         not null default 0,
    cause         text,
    found         text,
    cure          text,
    cure_by_whom  text,
    cure_by_day   date,
    shown         text,
    watched_since timestamptz,
    watch_until   timestamptz,
    confirmer     bigint,
    closed_at     timestamptz,
    looked_on     date,
    check ((cause is null) = (state = 'OPENED') and (found is null) = (cause is null)),
    check ((cure is null) = (state in ('OPENED', 'CAUSE_NAMED'))
        and (cure_by_whom is null) = (cure is null) and (cure_by_day is null) = (cure is null)),
    check ((shown is null) = (state in ('OPENED', 'CAUSE_NAMED', 'CURE_DECIDED'))
        and (watch_until is null) = (shown is null) and (watched_since is null) = (shown is null)),
    check (confirmer is null or state in ('WATCHED_OUT', 'CLOSED')),
    check ((closed_at is null) = (state <> 'CLOSED')),
    -- By the clock, and by somebody by name who does not answer for it himself.
    check (state <> 'CLOSED' or closed_at >= watch_until and confirmer is not null and confirmer <> owner)
);
create index problem_owner on problem.problem (owner) where state <> 'CLOSED';
create index problem_due on problem.problem (due_at) where state in ('OPENED', 'CAUSE_NAMED', 'CURE_DECIDED');

-- Which concerns lie before it. A concern lies before one problem at a time, so that whoever sees it sees that problem.
create table problem.figure (
    id      bigint generated always as identity primary key,
    problem bigint not null references problem.problem (id),
    made_on date   not null,
    -- Never fewer than five, and never all alike: who knows the figure must not know what one of them said.
    people  int    not null check (people >= 5),
    solved  int    not null check (solved between 1 and people - 1)
);
create table problem.attached (
    problem     bigint      not null references problem.problem (id),
    concern     bigint      not null,
    at          timestamptz not null,
    by_person   bigint      not null,
    detached_at timestamptz,
    -- Its verdict lay in a figure whose verdicts were all alike, and is published with others later or not at all.
    withheld    boolean     not null default false,
    figure      bigint references problem.figure (id),
    primary key (problem, concern)
);
create unique index attached_once on problem.attached (concern) where detached_at is null;

-- Who did what and when; posts are words of that day.
create table problem.step (
    id      bigint generated always as identity primary key,
    problem bigint      not null references problem.problem (id),
    at      timestamptz not null,
    kind    text        not null check (kind in ('OPENED', 'ATTACHED', 'DETACHED', 'GIVEN', 'CAUSE_NAMED', 'CURE_DECIDED', 'DONE',
        'TOLD', 'NOT_TOLD', 'DATE_MOVED', 'LATE', 'RECURRED', 'WATCHED_OUT', 'CONFIRMER', 'SENT_BACK', 'CLOSED')),
    person  bigint,
    name    text        not null default '',
    post    text        not null default '',
    words   text        not null default '',
    more    text        not null default '',
    until   timestamptz,
    -- Only whoever sees this concern reads the step, or with which concern it was.
    concern bigint,
    check (kind not in ('ATTACHED', 'DETACHED') or concern is not null)
);
create index step_problem on problem.step (problem, id);

create function problem.stays() returns trigger language plpgsql as $$
begin
    raise exception 'what was done about a problem, and what was counted of it, is never changed or removed';
end $$;
create trigger steps_stay before update or delete on problem.step for each row execute function problem.stays();
create trigger steps_are_not_emptied before truncate on problem.step for each statement execute function problem.stays();
create trigger figures_stay before update or delete on problem.figure for each row execute function problem.stays();
create trigger problems_are_not_removed before delete on problem.problem for each row execute function problem.stays();
create trigger concerns_are_not_removed before delete on problem.attached for each row execute function problem.stays();

-- What is promised does not move by itself: once a round, or with a new round. What is closed stays closed.
create function problem.keeps_its_word() returns trigger language plpgsql as $$
begin
    if old.state = 'CLOSED' and to_jsonb(new) - 'looked_on' <> to_jsonb(old) - 'looked_on' then
        raise exception 'a problem that is closed is not changed; what comes afterwards is another one';
    end if;
    if new.number <> old.number or new.title <> old.title or new.opened_at <> old.opened_at or new.opened_by <> old.opened_by
        or new.round < old.round or new.recurrences < old.recurrences or new.version < old.version then
        raise exception 'how a problem was opened is not changed';
    end if;
    if new.round = old.round and (new.began_at <> old.began_at or old.moved and not new.moved
        or new.due_at <> old.due_at and (old.moved or not new.moved or new.due_at < old.due_at)) then
        raise exception 'a promised date is moved once, and by a reason';
    end if;
    return new;
end $$;
create trigger problems_keep_their_word before update on problem.problem
    for each row execute function problem.keeps_its_word();

-- Who sees one of its concerns, as somebody who may handle it, sees the problem; to everybody else it is not there.
create function problem.visible(
    person bigint, alias bigint, desk bigint[], handle bigint[], lead bigint[], supervise bigint[],
    absent bigint[], own_desk bigint[], own_handle bigint[], own_lead bigint[], own_supervise bigint[])
returns setof problem.problem
language sql stable
as $$
    select p.*
    from problem.problem p
    where p.id in (
        select a.problem
        from problem.attached a
        where a.detached_at is null
          and a.concern in (
              select v.id
              from concern.case_seen_by(person, alias, desk, handle, lead, supervise,
                                        absent, own_desk, own_handle, own_lead, own_supervise) v))
$$;

create function problem.held_by(someone bigint, named text) returns bigint[]
language sql stable
as $$ select array(select h.unit from identity.role_holder h where h.person = someone and h.role = named) $$;
