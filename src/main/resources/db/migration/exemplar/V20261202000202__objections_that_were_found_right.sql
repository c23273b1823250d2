-- Of so many objections that were found right the chief editors were told.
alter table exemplar.piece add column told_upheld bigint not null default 0;

-- Objections to the notice were found right: what the chief editor decided then.
create table exemplar.decision (
    id         bigint generated always as identity primary key,
    article    bigint      not null references exemplar.piece,
    notice     bigint      not null,
    -- As many had been found right; one more asks for another decision.
    upheld     bigint      not null check (upheld > 0),
    -- Whoever was taken off for it; nobody where the article may come out nevertheless, which readers are told.
    subject    bigint references exemplar.subject,
    reason     text        not null check (btrim(reason) <> ''),
    decided_by bigint      not null,
    decided_at timestamptz not null
);
create index decision_article on exemplar.decision (article, notice);
create trigger stays before update or delete on exemplar.decision for each row execute function exemplar.stays();

-- Whoever writes: by another than named them, never by one of them, and not before the last objection had its reply.
create function exemplar.decided_apart() returns trigger language plpgsql as $$
begin
    if exists (select 1 from exemplar.piece p where p.article = new.article and p.marked_by = new.decided_by)
            or exists (select 1 from exemplar.subject s where s.article = new.article and s.person = new.decided_by) then
        raise exception 'who named the exemplars, or is one, does not decide about objections';
    end if;
    if not exists (select 1 from disclosure.notice_period n
                   where n.number = new.notice and n.ended_at is not null and n.open_objections = 0 and n.upheld = new.upheld) then
        raise exception 'it is decided when the notice has ended, of as many objections as were found right';
    end if;
    if new.subject is not null and not exists (
            select 1 from exemplar.subject s
            where s.id = new.subject and s.article = new.article and s.removed_at is not null) then
        raise exception 'nobody was taken off';
    end if;
    return new;
end $$;
create trigger decided_apart before insert on exemplar.decision for each row execute function exemplar.decided_apart();

-- For how many objections that were found right it was decided, by the notice that the article has now.
create view exemplar.decided as
select p.article, coalesce(max(d.upheld), 0) as upheld
from exemplar.piece p left join exemplar.decision d on d.article = p.article and d.notice = p.notice
group by p.article;

-- What readers are told below the article.
create view exemplar.public_decision as
select d.id, d.article, d.notice, d.upheld, d.reason, d.decided_by, d.decided_at
from exemplar.decision d where d.subject is null;

-- Also with everybody's name in the notice, and with a decision about each objection that was found right.
create or replace function exemplar.free_fits() returns trigger language plpgsql as $$
begin
    if not new.free then
        return new;
    end if;
    if exists (select 1 from exemplar.standing_consent c
               where c.article = new.article and (c.deed is null or c.deed = 'WITHDRAWN')) then
        raise exception 'somebody has not consented';
    end if;
    if not exists (select 1 from exemplar.standing_consent c where c.article = new.article) then
        return new;
    end if;
    if not exists (select 1 from disclosure.notice_period n
                   where n.number = new.notice and n.ended_at is not null and not n.withdrawn and n.open_objections = 0) then
        raise exception 'the notice has not run to its end';
    end if;
    if exists (select 1 from disclosure.unnamed(new.notice, array(
            select c.name from exemplar.standing_consent c where c.article = new.article
            union all select new.crew where new.crew <> ''))) then
        raise exception 'the notice does not name everybody';
    end if;
    if exists (select 1 from disclosure.notice_period n
               where n.number = new.notice
                 and n.upheld > coalesce((select max(d.upheld) from exemplar.decision d
                                          where d.article = new.article and d.notice = new.notice), 0)) then
        raise exception 'an objection was found right, and nobody has decided';
    end if;
    return new;
end $$;

-- What was found right is not got rid of by another notice: first it is decided, or the notice is withdrawn in public.
create function exemplar.keeps_to_its_notice() returns trigger language plpgsql as $$
begin
    if new.notice is distinct from old.notice and exists (
            select 1 from disclosure.notice_period n
            where n.number = old.notice and not n.withdrawn
              and n.upheld > coalesce((select max(d.upheld) from exemplar.decision d
                                       where d.article = old.article and d.notice = old.notice), 0)) then
        raise exception 'an objection to its notice was found right, and nobody has decided';
    end if;
    return new;
end $$;
create trigger keeps_to_its_notice before update of notice on exemplar.piece
    for each row execute function exemplar.keeps_to_its_notice();
