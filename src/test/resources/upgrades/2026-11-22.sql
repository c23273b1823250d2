-- A mine, a worker, his desk and what he raised, as the first state that landed kept them.
insert into organization.unit (id, code, kind, name, short_name, valid_from)
    overriding system value values (1, 'OLD', 'MINE', '老矿', '老矿', '2026-01-01');
insert into organization.line (unit, above, distance) values (1, 1, 0);
insert into organization.person (id, staff_number, name, employment)
    values (1, 'OLD1', '王老矿', 'OWN'), (2, 'OLD2', '李受理', 'OWN'), (3, 'OLD3', '张队长', 'OWN');
insert into organization.post (id, unit, title, leads)
    values (1, 1, '采煤工', false), (2, 1, '信访专员', false), (3, 1, '矿长', true);
insert into organization.appointment (person, post, from_date)
    values (1, 1, '2026-01-01'), (2, 2, '2026-01-01'), (3, 3, '2026-01-01');
insert into identity.account (person, password_hash, must_change) values (1, 'not a hash', false), (2, 'not a hash', false);
insert into identity.role_grant (person, role, unit, from_date)
    values (2, 'DESK_OFFICER', 1, '2026-01-01'), (3, 'UNIT_LEADER', 1, '2026-01-01'), (2, 'ADMINISTRATOR', 1, '2026-01-01');
insert into attachment.content (id, name, media_type, kind, size, sha256, bytes, taken_at, kept)
    values ('00000000-0000-0000-0000-000000000001', '工分表.txt', 'text/plain', 'DOCUMENT', 6, sha256('points'), 'points',
        '2026-11-22 08:00:00+08', true);
insert into concern.concern (id, number, version, kind, channel, reporter_mode, reporter, title, words, place, unit, desk_unit,
        restricted, filed_at, state, state_data, owner_unit, owner_person, matter, grade, acknowledge_by, reply_by, hand_backs,
        raised_again, extended, over, changed_at)
    values (1, '2026-4839-2078', 1, 'COMPLAINT', 'PAGE', 'NAMED', 1, '老账：工分不公开', '三队的工分一直不贴出来', '三队', 1, 1,
        false, '2026-11-22 08:00:00+08', 'FILED', '{"type":"Filed"}', 1, 2, 'A3', 'U3', '2026-11-23 18:00:00+08',
        '2026-12-02 18:00:00+08', 0, false, false, false, '2026-11-22 08:00:00+08');
insert into concern.step (concern, place, at, author, kind, data)
    values (1, 1, '2026-11-22 08:00:00+08', 'SPEAKER', 'FILED',
        '{"type":"Filed","owner":{"unit":{"value":1},"person":{"value":2}},"matter":"A3","grade":"U3","deadlines":{"acknowledgeBy":"2026-11-23T10:00:00Z","replyBy":"2026-12-02T10:00:00Z"},"attachments":["00000000-0000-0000-0000-000000000001"]}');
insert into concern.receipt (digest, concern) values ('a digest', 1);
insert into concern.attachment (concern, attachment, place) values (1, '00000000-0000-0000-0000-000000000001', 0);
insert into concern.search (concern, grams) values (1, array['工分']);
insert into notification.message (person, key, arguments, address, at)
    values (2, 'notice.filed', array['2026-4839-2078'], '/concerns/2026-4839-2078', '2026-11-22 08:00:00+08');
insert into audit.entry (at, who, person, action, subject, detail)
    values ('2026-11-22 07:00:00+08', 'MEMBER', 2, 'organization.unit-founded', 'unit:1', '老矿');
