-- Wrong passwords from a familiar device are counted there and not at the account: nobody far away can lock it.
create table identity.familiar_device (
    person          bigint      not null,
    device          text        not null check (length(device) between 1 and 100),
    failures        integer     not null check (failures >= 0),
    throttled_until timestamptz,
    seen_at         timestamptz not null,
    primary key (person, device)
);
