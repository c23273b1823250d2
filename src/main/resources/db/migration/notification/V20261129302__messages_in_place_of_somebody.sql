-- Whose work it is that somebody is told of, while that person is away.
alter table notification.message
    add column for_name        text,
    add column for_until       timestamptz,
    add column for_underground boolean,
    add check ((for_name is null) = (for_until is null) and (for_name is null) = (for_underground is null));
