create schema scim;

-- What one application calls a person; where he worked when it last spoke of him, so that a leaver stays its own.
create table scim.person (
    application bigint  not null,
    person      bigint  not null,
    external_id text check (length(external_id) between 1 and 200),
    user_name   text check (length(user_name) between 1 and 200),
    unit        bigint  not null,
    -- deleted by the application: it does not exist for it until he is created again
    gone        boolean not null default false,
    primary key (application, person),
    check (not gone or (external_id is null and user_name is null))
);
create unique index person_external on scim.person (application, external_id);
create unique index person_user_name on scim.person (application, lower(user_name));

create table scim.unit (
    application bigint not null,
    unit        bigint not null,
    external_id text   not null check (length(external_id) between 1 and 200),
    primary key (application, unit),
    unique (application, external_id)
);

-- Who left by a push, so that a day's leavers are counted.
create table scim.departure (
    person      bigint      not null,
    unit        bigint      not null,
    day         date        not null,
    application bigint      not null,
    at          timestamptz not null,
    primary key (person, day)
);
create index departure_day on scim.departure (day, unit);

-- How many a unit had when the day's first leaver was pushed, and how many an administrator lets go that day.
create table scim.leaving_day (
    unit         bigint not null,
    day          date   not null,
    people       int    not null check (people >= 0),
    permitted    int check (permitted between 0 and people),
    reason       text   not null default '',
    permitted_by bigint,
    permitted_at timestamptz,
    primary key (unit, day),
    check ((permitted is null) = (permitted_by is null) and (permitted is null) = (permitted_at is null)
           and (permitted is null) = (reason = ''))
);

-- Whom the limit of a unit kept from leaving; the administrator sees them by name.
create table scim.stopped (
    person      bigint      not null,
    unit        bigint      not null,
    day         date        not null,
    application bigint      not null,
    at          timestamptz not null,
    primary key (day, unit, person)
);
