create schema topic;

-- That a handful of reports of one mine has something in common that is unusual there. No words are kept: they are read off those
-- reports that the reader may see.
create table topic.alarm (
    id bigint generated always as identity primary key,
    mine bigint not null,
    raised_at timestamptz not null,
    dismissed_at timestamptz,
    dismissed_by bigint,
    dismissed_because text,
    check ((dismissed_at is null) = (dismissed_because is null) and (dismissed_at is null) = (dismissed_by is null))
);

create table topic.evidence (
    alarm bigint not null references topic.alarm (id) on delete cascade,
    concern bigint not null,
    primary key (alarm, concern)
);
create index evidence_concern on topic.evidence (concern);
