-- A channel that is not shown any more keeps what came out in it, and takes nothing new.
alter table newsroom.channel
    add column hidden boolean not null default false,
    add check (not (hidden and taking));

-- By which procedure a channel is read changes only while nothing of it is being read: what was begun under one rule ends under it.
create function newsroom.channel_rests() returns trigger language plpgsql as $$
begin
    if (new.procedure, new.three_reviews) is distinct from (old.procedure, old.three_reviews)
            and exists (select 1 from newsroom.article a where a.channel = new.code and a.working in ('IN_REVIEW', 'PASSED', 'SCHEDULED')) then
        raise exception 'something of this channel is being read';
    end if;
    return new;
end $$;
create trigger channel_rests before update on newsroom.channel for each row execute function newsroom.channel_rests();

-- What came out by the rules of its day stays out when they change, and can still be taken down; whatever comes out newly goes by those of today.
create or replace function newsroom.public_fits() returns trigger language plpgsql as $$
declare
    needed int;
    three  boolean;
begin
    if new.public_revision is null then
        return new;
    end if;
    if tg_op = 'UPDATE' and new.public_revision is not distinct from old.public_revision and new.channel = old.channel
            and (new.standing = old.standing or new.standing <> 'PUBLIC') then
        return new;
    end if;
    select d.passes_before_public, c.three_reviews into needed, three
    from newsroom.channel c join newsroom.procedure d on d.code = c.procedure where c.code = new.channel;
    if not exists (select 1 from newsroom.revision r where r.id = new.public_revision and r.article = new.id
                     and r.digest = newsroom.digest_of(r.id)) then
        raise exception 'the public text is one of the article';
    end if;
    if (select count(distinct p.person) from newsroom.counted_pass(new.public_revision) p where p.person <> new.author) < needed then
        raise exception 'not passed by as many as have to';
    end if;
    if three and (select count(distinct p.person) from newsroom.pass p join newsroom.revision r on r.id = p.revision
                  where p.revision = new.public_revision and p.digest = r.digest
                    and p.person <> new.author and p.person <> r.written_by) < 3 then
        raise exception 'not passed by three';
    end if;
    return new;
end $$;
