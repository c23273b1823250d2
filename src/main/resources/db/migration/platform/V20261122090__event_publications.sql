-- The persistent event registry: what must happen after a commit is written in that commit.
create schema event;

create table event.event_publication (
    id                     uuid primary key,
    listener_id            text        not null,
    event_type             text        not null,
    serialized_event       text        not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_open on event.event_publication (publication_date) where completion_date is null;
create index event_publication_completed on event.event_publication (completion_date);
