-- A phone keeps a mark of whoever writes on it, from which nobody but the server can tell the person.
create table raising.mark_secret (
    secret uuid not null
);
insert into raising.mark_secret (secret) values (gen_random_uuid());
