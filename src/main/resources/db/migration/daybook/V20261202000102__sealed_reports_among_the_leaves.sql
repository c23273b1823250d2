-- What was sealed before this day was never committed to: the first that was not closed when sealed reports came into it.
create table daybook.sealed_beginning (
    one boolean primary key default true check (one),
    day date    not null
);

-- A sealed report, or an answer to one. Once it is let go of, nothing is left that says whose leaf it was.
create table daybook.sealed_leaf (
    commitment text   primary key check (length(commitment) = 44),
    day        date   not null,
    report     bigint,
    step       int    check (step >= 0),
    closed_for text[],
    salt       text   check (length(salt) = 44),
    place      int    check (place >= 0),
    unique (report, step),
    unique (day, place),
    check (num_nulls(report, step, closed_for, salt) in (0, 4))
);

create function daybook.sealed_leaves_stay() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE'
        and row(new.commitment, new.day) is not distinct from row(old.commitment, old.day)
        and (old.place is null or new.place is not distinct from old.place)
        and (new.report is null
            or row(new.report, new.step, new.closed_for, new.salt)
                is not distinct from row(old.report, old.step, old.closed_for, old.salt)) then
        return new;
    end if;
    raise exception 'what was committed to stays; only whose it was is let go of';
end $$;
create trigger sealed_leaves_stay before update or delete on daybook.sealed_leaf
    for each row execute function daybook.sealed_leaves_stay();
