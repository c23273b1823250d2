create schema idempotency;

-- What the programming interface answered, so that a request sent twice is done once. A row begins with the transaction of
-- the effect and has its answer when that ends; nobody else ever sees one without.
create table idempotency.answer (
    application bigint      not null,
    -- 0 for the application itself.
    person      bigint      not null,
    -- Digests: of the key, and of what was sent under it.
    name        text        not null,
    content     text        not null,
    status      integer check (status between 200 and 399),
    media_type  text        not null default '',
    -- Locked with the token and the key of the caller.
    body        bytea,
    answered_at timestamptz not null,
    check ((status is null) = (body is null)),
    primary key (application, person, name)
);
create index answer_oldest on idempotency.answer (answered_at);
