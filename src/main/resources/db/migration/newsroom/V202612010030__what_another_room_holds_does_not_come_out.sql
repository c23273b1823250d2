-- What a room that watches over an article holds: nothing new of it comes out, whoever writes.
create table newsroom.hold (
    article bigint      not null references newsroom.article,
    room    text        not null check (room <> ''),
    since   timestamptz not null,
    primary key (article, room)
);

-- Both wait for the row of the article, so that it is either held or out, never both at once.
create function newsroom.hold_waits() returns trigger language plpgsql as $$
begin
    perform 1 from newsroom.article where id = new.article for update;
    return new;
end $$;
create trigger hold_waits before insert on newsroom.hold for each row execute function newsroom.hold_waits();

create function newsroom.held_back() returns trigger language plpgsql as $$
begin
    if (new.standing = 'PUBLIC' and (old.standing <> 'PUBLIC' or new.public_revision is distinct from old.public_revision)
            or new.working = 'SCHEDULED' and old.working <> 'SCHEDULED')
            and exists (select 1 from newsroom.hold h where h.article = new.id) then
        raise exception 'a room that watches over this article holds it';
    end if;
    return new;
end $$;
create trigger held_back before update on newsroom.article for each row execute function newsroom.held_back();
