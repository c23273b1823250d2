-- Who has read what, for those whose words they are. Post and unit are kept as they were called that day, because people
-- move on. Within a slot of time the same reader through the same door is written down once: the first moment stays.
create table audit.reading (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    subject     text        not null check (length(subject) between 1 and 120),
    reader      text        not null check (reader ~ '^(person|application):[0-9]+$'),
    name        text        not null check (name <> ''),
    title       text        not null,
    unit        text        not null,
    roles       text        not null,
    in_place_of text        not null,
    door        text        not null,
    whole       boolean     not null,
    named       boolean     not null,
    slot        bigint      not null,
    unique (subject, reader, door, named, in_place_of, slot)
);
create index reading_subject on audit.reading (subject, id);

create trigger reading_stays before update or delete on audit.reading
    for each row execute function audit.refuse_change();
create trigger readings_stay before truncate on audit.reading
    for each statement execute function audit.refuse_change();

-- Of what was read before this day nobody can say by whom.
create table audit.readings_since (
    at timestamptz not null
);
insert into audit.readings_since (at) values (now());
