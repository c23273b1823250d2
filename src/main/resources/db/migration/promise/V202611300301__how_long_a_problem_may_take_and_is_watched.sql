-- 问题（专项）: by when what lies behind several concerns is found and put right, and how long afterwards it must not come back.
-- Rules like all others, in a pack of their own.
alter table promise.rule drop constraint rule_stage_check;
alter table promise.rule add constraint rule_stage_check check (stage in (
    'ACKNOWLEDGE', 'REPLY', 'EXTENSION', 'HAND_BACK', 'REVIEW', 'RE_REVIEW', 'PAUSE', 'PROGRESS', 'ESCALATION', 'BEYOND',
    'RECUSAL', 'CHECK_IN', 'TROUBLE', 'CHANGE', 'PROBLEM', 'WATCH'));

insert into promise.rule_version (id, pack, english_pack, in_force_from, imported_by, imported_at)
values (71, '专项', 'Problems', '2000-01-01', '', '2026-11-30T00:00:00Z');

insert into promise.rule (version, stage, matter, grade, amount, measure, source)
values (71, 'PROBLEM', '', null, 30, 'DAYS', '矿定：专项三十天内找到根子、落实措施'),
       (71, 'WATCH', '', null, 90, 'DAYS', '矿定：专项办完九十天没再出，才能销号');
