create schema precedent;

-- Which very like cases stood before whom when he opened the form; until he has said something of them. Whoever was shown one
-- cannot answer past it.
create table precedent.shown (
    concern      bigint           not null,
    like_concern bigint           not null check (like_concern <> concern),
    person       bigint           not null,
    share        double precision not null check (share between 0 and 1),
    at           timestamptz      not null,
    primary key (concern, like_concern, person)
);

-- What whoever decided said of them, with his answer.
create table precedent.answer (
    id           bigint generated always as identity primary key,
    concern      bigint           not null,
    step         int              not null check (step > 0),
    like_concern bigint           not null check (like_concern <> concern),
    share        double precision not null check (share between 0 and 1),
    said         text             not null check (said in ('SAME', 'DIFFERENT')),
    because      text             not null,
    by_person    bigint           not null,
    by_name      text             not null,
    by_post      text             not null,
    at           timestamptz      not null,
    unique (concern, step, like_concern),
    check (said = 'DIFFERENT' or because = '')
);
create index answer_like on precedent.answer (like_concern) where said = 'SAME';

-- Who looked again at a case because a like one was overturned, and what he found.
create table precedent.look (
    id           bigint generated always as identity primary key,
    overturned   bigint      not null,
    step         int         not null check (step > 0),
    like_concern bigint      not null check (like_concern <> overturned),
    found        text        not null check (found in ('STANDS', 'REOPEN')),
    reason       text        not null,
    by_person    bigint      not null,
    by_name      text        not null,
    by_post      text        not null,
    at           timestamptz not null
);
create index look_overturned on precedent.look (overturned, id);

-- Both are added to, never changed or removed; only their words go when the file of the concern is over.
create function precedent.stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and coalesce(current_setting('precedent.letting_go', true), '') = 'on'
        and to_jsonb(new) - array['because', 'reason'] = to_jsonb(old) - array['because', 'reason']
        and coalesce(to_jsonb(new) ->> 'because', to_jsonb(new) ->> 'reason') = ''
        and exists (
            select 1 from concern.closed_file f
            where f.concern = cast(coalesce(to_jsonb(old) ->> 'concern', to_jsonb(old) ->> 'overturned') as bigint)) then
        return new;
    end if;
    raise exception 'what was said of like cases, and who looked again, is never changed or removed';
end $$;
create trigger answers_stay before update or delete on precedent.answer for each row execute function precedent.stays();
create trigger answers_are_not_emptied before truncate on precedent.answer for each statement execute function precedent.stays();

create function precedent.needs_a_reason() returns trigger language plpgsql as $$
begin
    raise exception 'whoever decides differently says why';
end $$;
create trigger answers_have_a_reason before insert on precedent.answer
    for each row when (new.said = 'DIFFERENT' and new.because = '') execute function precedent.needs_a_reason();
create trigger looks_stay before update or delete on precedent.look for each row execute function precedent.stays();
create trigger looks_are_not_emptied before truncate on precedent.look for each statement execute function precedent.stays();
