create schema concern;

-- One order for all filings; numbers are made from it by a secret permutation per year. Nodes take it in blocks.
create sequence concern.filing_order increment by 50;

create table concern.numbering (
    year int   primary key,
    key  bytea not null
);

create table concern.concern (
    id             bigint primary key,
    number         text        not null unique,
    version        int         not null check (version > 0),
    kind           text        not null check (kind in ('CONSULTATION', 'HELP', 'COMPLAINT', 'REPORT', 'SUGGESTION')),
    channel        text        not null,
    reporter_mode  text        not null check (reporter_mode in ('NAMED', 'CONFIDENTIAL', 'ANONYMOUS')),
    reporter       bigint,
    clerk          bigint,
    title          text        not null,
    words          text        not null,
    place          text        not null,
    unit           bigint      not null,
    desk_unit      bigint      not null,
    restricted     boolean     not null,
    filed_at       timestamptz not null,
    state          text        not null,
    state_data     jsonb       not null,
    owner_unit     bigint      not null,
    owner_person   bigint      not null,
    lead_unit      bigint,
    assisting      bigint[]    not null default '{}',
    hand_back_by   timestamptz,
    arbitrated     boolean     not null default false,
    matter         text        not null,
    grade          text        not null,
    acknowledge_by timestamptz not null,
    reply_by       timestamptz not null,
    hand_backs     int         not null check (hand_backs >= 0),
    raised_again   boolean     not null,
    extended       boolean     not null,
    linked_to      bigint,
    window_ends    timestamptz,
    over           boolean     not null,
    changed_at     timestamptz not null,
    check ((reporter_mode = 'ANONYMOUS') = (reporter is null)),
    check ((state = 'LINKED') = (linked_to is not null)),
    check (over = (state in ('CONCLUDED', 'WITHDRAWN'))),
    check ((lead_unit is null) = (hand_back_by is null))
);
create index concern_reporter on concern.concern (reporter, id desc) where reporter is not null;
create index concern_owner on concern.concern (owner_person, reply_by, id) where not over;
create index concern_owner_unit on concern.concern (owner_unit, reply_by, id) where not over;
create index concern_desk on concern.concern (desk_unit, state, reply_by, id) where not over;
create index concern_state on concern.concern (state, reply_by, id) where not over;
create index concern_lead on concern.concern (lead_unit, id desc);
create index concern_linked on concern.concern (linked_to) where linked_to is not null;
create index concern_window on concern.concern (window_ends) where not over and window_ends is not null;

create table concern.step (
    concern   bigint      not null references concern.concern (id),
    place     int         not null check (place > 0),
    at        timestamptz not null,
    author    text        not null check (author in ('SPEAKER', 'PERSON', 'CLOCKWORK')),
    by_person bigint,
    kind      text        not null,
    data      jsonb       not null,
    primary key (concern, place),
    check ((author = 'PERSON') = (by_person is not null))
);
create index step_person on concern.step (by_person, concern) where by_person is not null;

-- What was said and done stays: the database itself refuses to change or remove a step.
create function concern.steps_stay() returns trigger language plpgsql as $$
begin
    raise exception 'a step on the timeline is never changed or removed';
end $$;
create trigger steps_stay before update or delete on concern.step
    for each row execute function concern.steps_stay();
create trigger steps_are_not_emptied before truncate on concern.step
    for each statement execute function concern.steps_stay();

-- Only a digest of the receipt; several concerns may share one where a concern was split.
create table concern.receipt (
    digest  text   not null,
    concern bigint not null references concern.concern (id),
    primary key (digest, concern)
);

-- What was sent once is not filed twice.
create table concern.sending (
    digest  text primary key,
    concern bigint not null references concern.concern (id) deferrable initially deferred
);

create table concern.attachment (
    concern    bigint  not null references concern.concern (id),
    attachment uuid    not null,
    place      int     not null,
    primary key (concern, attachment)
);

create table concern.search (
    concern bigint primary key references concern.concern (id),
    grams   text[] not null
);
create index search_grams on concern.search using gin (grams);

-- The one rule of who may see what; store, search and figures all read through it. The worker his own, the desk what it
-- received, units what they lead or assist in, leaders what lies below them, supervisors what lies below them. A report
-- of wrongdoing only supervisors and the worker.
create function concern.visible(person bigint, receipt text, desk bigint[], handle bigint[], lead bigint[], supervise bigint[])
returns setof concern.concern
language sql stable
as $$
    select c.*
    from concern.concern c
    where c.reporter = person
       or c.id in (select r.concern from concern.receipt r where r.digest = receipt)
       or c.desk_unit in (select l.unit from organization.unit_line l where l.above = any (supervise))
       or c.lead_unit in (select l.unit from organization.unit_line l where l.above = any (supervise))
       or (not c.restricted
           and (c.owner_person = person
                or c.desk_unit in (select l.unit from organization.unit_line l where l.above = any (desk || lead))
                or c.lead_unit in (select l.unit from organization.unit_line l where l.above = any (handle || lead))
                or c.assisting && array(select l.unit from organization.unit_line l where l.above = any (handle || lead))))
$$;
