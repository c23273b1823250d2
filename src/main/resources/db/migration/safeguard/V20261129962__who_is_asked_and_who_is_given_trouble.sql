create schema safeguard;

-- Of which concerns whoever raised them is looked after, and until when. Who that is stands in the room of concerns alone.
create table safeguard.watch (
    concern  bigint primary key,
    number   text        not null unique,
    began_at timestamptz not null,
    ends_at  timestamptz not null
);

-- Dates as they were promised: a later rule moves none of them. Whoever says nothing has said nothing, and never that all is well.
create table safeguard.check_in (
    concern     bigint      not null references safeguard.watch (concern),
    days        int         not null check (days > 0),
    due_at      timestamptz not null,
    closes_at   timestamptz not null check (closes_at > due_at),
    asked_at    timestamptz,
    answer      text check (answer in ('PEACE', 'TROUBLE')),
    answered_at timestamptz,
    primary key (concern, days),
    check ((answer is null) = (answered_at is null))
);
create index check_in_due on safeguard.check_in (due_at) where asked_at is null;

-- What somebody outside has to look at: that he is given trouble, or that his post has changed. Which post, lies in the vault.
create table safeguard.entry (
    id       bigint generated always as identity primary key,
    concern  bigint      not null references safeguard.watch (concern),
    kind     text        not null check (kind in ('TROUBLE', 'CHANGE')),
    at       timestamptz not null,
    owner    bigint,
    due_at   timestamptz,
    taken_at timestamptz,
    ended_at timestamptz,
    finding  text check (finding in ('STOPPED', 'NONE_FOUND', 'EXPLAINED', 'NOT_EXPLAINED')),
    check ((finding is null) = (ended_at is null)),
    check (taken_at is null or owner is not null),
    check (finding is null or (finding in ('EXPLAINED', 'NOT_EXPLAINED')) = (kind = 'CHANGE'))
);
create unique index one_open_trouble on safeguard.entry (concern) where kind = 'TROUBLE' and ended_at is null;
create index entry_concern on safeguard.entry (concern, id);
create index entry_open on safeguard.entry (id) where ended_at is null;
create index entry_owner on safeguard.entry (owner, id);

-- Who had it and what was done. Posts are words of that day.
create table safeguard.step (
    id     bigint generated always as identity primary key,
    entry  bigint      not null references safeguard.entry (id),
    at     timestamptz not null,
    kind   text        not null check (kind in ('RAISED', 'FOUND', 'SAID', 'GIVEN', 'NOBODY', 'TAKEN', 'DONE', 'ENDED')),
    person bigint,
    name   text        not null default '',
    post   text        not null default '',
    words  text        not null default ''
);
create index step_entry on safeguard.step (entry, id);

-- What somebody who is named was told, and what he replied: added to, never changed.
create table safeguard.hearing (
    id       bigint generated always as identity primary key,
    concern  bigint      not null,
    named    text        not null check (named ~ '^[pu][0-9]+$'),
    kind     text        not null check (kind in ('TOLD', 'REPLIED')),
    on_day   date        not null,
    words    text        not null check (kind = 'TOLD' or words <> ''),
    by_person bigint     not null,
    by_name  text        not null,
    by_post  text        not null,
    at       timestamptz not null
);
create index hearing_concern on safeguard.hearing (concern, id);

create function safeguard.stays() returns trigger language plpgsql as $$
begin
    raise exception 'what was done for whoever speaks, and what the accused said, is never changed or removed';
end $$;
create trigger steps_stay before update or delete on safeguard.step for each row execute function safeguard.stays();
create trigger steps_are_not_emptied before truncate on safeguard.step for each statement execute function safeguard.stays();
create trigger hearings_stay before update or delete on safeguard.hearing for each row execute function safeguard.stays();
create trigger hearings_are_not_emptied before truncate on safeguard.hearing
    for each statement execute function safeguard.stays();
