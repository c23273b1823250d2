-- 护航: when whoever raised a concern is asked whether he is left in peace, and by when somebody outside takes it up or looks
-- at a change of his post. Rules like all others, in a pack of their own.
alter table promise.rule drop constraint rule_stage_check;
alter table promise.rule add constraint rule_stage_check check (stage in (
    'ACKNOWLEDGE', 'REPLY', 'EXTENSION', 'HAND_BACK', 'REVIEW', 'RE_REVIEW', 'PAUSE', 'PROGRESS', 'ESCALATION', 'BEYOND',
    'RECUSAL', 'CHECK_IN', 'TROUBLE', 'CHANGE'));
alter table promise.rule add constraint rule_check_in_in_days check (stage <> 'CHECK_IN' or measure = 'DAYS');

insert into promise.rule_version (id, pack, english_pack, in_force_from, imported_by, imported_at)
values (62, '护航', 'Safeguard', '2000-01-01', '', '2026-11-29T00:00:00Z');

insert into promise.rule (version, stage, matter, grade, amount, measure, source)
values (62, 'CHECK_IN', '', null, 30, 'DAYS', '信访工作条例 第四十六条：不得打击报复；矿定：三十天问一声'),
       (62, 'CHECK_IN', '', null, 90, 'DAYS', '信访工作条例 第四十六条：不得打击报复；矿定：九十天再问一声'),
       (62, 'CHECK_IN', '', null, 180, 'DAYS', '信访工作条例 第四十六条：不得打击报复；矿定：半年再问一声'),
       (62, 'TROUBLE', '', null, 24, 'HOURS', '矿定：有人为难反映人，二十四小时内有人接手'),
       (62, 'CHANGE', '', null, 5, 'WORKING_DAYS', '矿定：反映人调动，五个工作日内有人看过');
