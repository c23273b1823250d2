create schema release;

-- Who asked for the name behind a concern in confidence, why, and what somebody of another line said to it. The name itself
-- does not stand here. Posts are words of that day, because people move on.
create table release.request (
    id            bigint generated always as identity primary key,
    concern       bigint      not null,
    number        text        not null,
    asked_by      bigint      not null,
    asked_name    text        not null,
    asked_post    text        not null,
    asked_lines   text[]      not null check (cardinality(asked_lines) > 0),
    purpose       text        not null check (purpose in ('PROTECT', 'ASK', 'REMEDY', 'LAW')),
    reason        text        not null check (length(reason) >= 20),
    asked_at      timestamptz not null,
    expires_at    timestamptz not null check (expires_at > asked_at),
    state         text        not null default 'OPEN' check (state in ('OPEN', 'AGREED', 'REFUSED', 'EXPIRED')),
    decided_by    bigint,
    decided_name  text        not null default '',
    decided_post  text        not null default '',
    decided_lines text[]      not null default '{}',
    word          text        not null default '',
    decided_at    timestamptz,
    shown_until   timestamptz,
    check ((state in ('AGREED', 'REFUSED')) = (decided_by is not null)),
    check ((decided_by is null) = (decided_at is null)),
    check ((state = 'AGREED') = (shown_until is not null)),
    check (decided_by <> asked_by),
    check (not asked_lines && decided_lines)
);
create unique index one_open_request on release.request (concern) where state = 'OPEN';
create index request_concern on release.request (concern, id);
create index request_shown on release.request (shown_until) where shown_until is not null;
