create schema exemplar;

-- An article that holds somebody up as an exemplar.
create table exemplar.piece (
    article   bigint primary key,
    -- Of people who are shown as one crew; empty for none.
    crew      text        not null default '',
    notice    bigint,
    marked_by bigint      not null,
    marked_at timestamptz not null,
    -- Nothing is missing: it may come out.
    free      boolean     not null default false
);

create table exemplar.subject (
    id         bigint generated always as identity primary key,
    article    bigint not null references exemplar.piece,
    name       text   not null check (name <> ''),
    person     bigint,
    added_by   bigint not null,
    added_at   timestamptz not null,
    removed_by bigint,
    removed_at timestamptz,
    reason     text   not null default '',
    check ((removed_at is null) = (removed_by is null)),
    check ((removed_at is null) = (reason = ''))
);
create index subject_article on exemplar.subject (article);
create unique index subject_once on exemplar.subject (article, person) where removed_at is null;
create index subject_person on exemplar.subject (person) where person is not null;

-- What each said, by himself or on paper; it stays as it was said.
create table exemplar.consent (
    id        bigint generated always as identity primary key,
    subject   bigint not null references exemplar.subject,
    deed      text   not null check (deed in ('GIVEN', 'ON_PAPER', 'WITHDRAWN')),
    by_person bigint not null,
    -- On paper: who saw him sign, and on which day.
    seen_by   text   not null default '',
    day       date,
    at        timestamptz not null,
    check ((deed = 'ON_PAPER') = (seen_by <> '')),
    check ((deed = 'ON_PAPER') = (day is not null))
);
create index consent_subject on exemplar.consent (subject, id);

create function exemplar.stays() returns trigger language plpgsql as $$
begin
    raise exception 'exemplar.% stays as it was said', tg_table_name;
end $$;
create trigger stays before update or delete on exemplar.consent for each row execute function exemplar.stays();
create trigger stays before delete on exemplar.subject for each row execute function exemplar.stays();
create trigger stays before delete on exemplar.piece for each row execute function exemplar.stays();

create view exemplar.standing_consent as
select s.id as subject, s.article, s.name, s.person, c.deed, c.by_person, c.seen_by, c.day, c.at
from exemplar.subject s
left join lateral (select * from exemplar.consent c where c.subject = s.id order by c.id desc limit 1) c on true
where s.removed_at is null;

-- Whoever writes: it is free only with everybody's consent, after a notice that ran to its end and left nobody without a reply.
create function exemplar.free_fits() returns trigger language plpgsql as $$
begin
    if not new.free then
        return new;
    end if;
    if exists (select 1 from exemplar.standing_consent c
               where c.article = new.article and (c.deed is null or c.deed = 'WITHDRAWN')) then
        raise exception 'somebody has not consented';
    end if;
    if exists (select 1 from exemplar.standing_consent c where c.article = new.article)
            and not exists (select 1 from disclosure.notice_period n
                            where n.number = new.notice and n.ended_at is not null and not n.withdrawn and n.open_objections = 0) then
        raise exception 'the notice has not run to its end';
    end if;
    return new;
end $$;
create trigger free_fits before insert or update on exemplar.piece for each row execute function exemplar.free_fits();
