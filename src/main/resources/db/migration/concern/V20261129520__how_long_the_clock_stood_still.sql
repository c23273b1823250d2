-- Gross time and net time stand side by side: what pauses took, and the one that lasts.
alter table concern.concern
    add column stopped_micros bigint not null default 0 check (stopped_micros >= 0),
    add column paused_since   timestamptz,
    add column paused_until   timestamptz,
    add check ((state = 'PAUSED') = (paused_until is not null)),
    add check ((paused_since is null) = (paused_until is null));
create index concern_paused on concern.concern (paused_until) where paused_until is not null;
