-- Who signed in, who failed to, who was refused. The entry itself only commits to the address; the address lies apart and is
-- let go sooner, and the chain of the entries holds without it.
create table audit.security (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    kind    text        not null check (kind ~ '^[A-Z_]{1,40}$'),
    person  bigint,
    place   text        not null check (length(place) <= 160),
    origin  text        not null check (origin ~ '^([0-9a-f]{64})?$')
);
create index security_time on audit.security (at);

create table audit.origin (
    security bigint      primary key,
    at       timestamptz not null,
    address  text        not null check (length(address) between 1 and 60),
    salt     text        not null check (salt ~ '^[0-9a-f]{32}$')
);
create index origin_time on audit.origin (at);

-- Each entry of each log has a place in a chain; its hash covers the entry and the hash before. The place is given in the
-- background, so that nobody who writes waits for anybody else.
create table audit.link (
    log   text        not null check (log in ('ENTRY', 'READING', 'SECURITY')),
    place bigint      not null check (place > 0),
    entry bigint      not null,
    hash  text        not null check (hash ~ '^[0-9a-f]{64}$'),
    at    timestamptz not null,
    primary key (log, place),
    unique (log, entry)
);

-- From where the chain goes on after what was old enough has been let go.
create table audit.anchor (
    log   text        not null check (log in ('ENTRY', 'READING', 'SECURITY')),
    place bigint      not null check (place > 0),
    hash  text        not null check (hash ~ '^[0-9a-f]{64}$'),
    at    timestamptz not null,
    primary key (log, place)
);

create table audit.finding (
    log   text        not null check (log in ('ENTRY', 'READING', 'SECURITY')),
    place bigint      not null,
    entry bigint      not null,
    kind  text        not null check (kind ~ '^[A-Z_]{1,40}$'),
    at    timestamptz not null,
    primary key (log, place, entry, kind)
);

-- Nothing is changed, and nothing is let go before half a year has passed (网络安全法 §21).
create or replace function audit.refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and tg_level = 'ROW' and coalesce(current_setting('audit.letting_go', true), '') = 'on' then
        if old.at < now() - interval '180 days' then
            return old;
        end if;
    end if;
    raise exception 'the audit trail is append-only: % refused', lower(tg_op) using errcode = 'insufficient_privilege';
end $$;

create trigger security_stays before update or delete on audit.security
    for each row execute function audit.refuse_change();
create trigger securities_stay before truncate on audit.security
    for each statement execute function audit.refuse_change();
create trigger link_stays before update or delete on audit.link
    for each row execute function audit.refuse_change();
create trigger links_stay before truncate on audit.link
    for each statement execute function audit.refuse_change();
create trigger anchor_stays before update or delete on audit.anchor
    for each row execute function audit.refuse_change();
create trigger anchors_stay before truncate on audit.anchor
    for each statement execute function audit.refuse_change();
create trigger finding_stays before update or delete on audit.finding
    for each row execute function audit.refuse_change();
create trigger findings_stay before truncate on audit.finding
    for each statement execute function audit.refuse_change();
