-- The way back through a terminal's history would lead the next one to the receipt of the one before: a receipt follows
-- from the address of its draft. Only digests, and for good, because a receipt is.
create table raising.buried (
    digest    text        primary key,
    buried_at timestamptz not null
);
