-- 回避: when somebody is named, how many units up from each of his posts stay out of it with him. A rule like all others,
-- in a pack of its own. Of a danger to life there is none: only he himself stays out, because his unit has to act at once.
alter table promise.rule drop constraint rule_stage_check;
alter table promise.rule drop constraint rule_measure_check;
alter table promise.rule add constraint rule_stage_check check (stage in (
    'ACKNOWLEDGE', 'REPLY', 'EXTENSION', 'HAND_BACK', 'REVIEW', 'RE_REVIEW', 'PAUSE', 'PROGRESS', 'ESCALATION', 'BEYOND',
    'RECUSAL'));
alter table promise.rule add constraint rule_measure_check check (measure in (
    'MINUTES', 'HOURS', 'WORKING_HOURS', 'WORKING_DAYS', 'DAYS', 'PERCENT', 'LEVELS'));
alter table promise.rule add constraint rule_recusal_in_levels check (
    (stage = 'RECUSAL') = (measure = 'LEVELS') and (stage <> 'RECUSAL' or amount <= 10));

insert into promise.rule_version (id, pack, english_pack, in_force_from, imported_by, imported_at)
values (5, '回避', 'Recusal', '2000-01-01', '', '2026-11-29T00:00:00Z');

insert into promise.rule (version, stage, matter, grade, amount, measure, source)
values (5, 'RECUSAL', '', 'U1', 1, 'LEVELS', '信访工作条例 第二十八条；矿定：他所在的单位一起回避'),
       (5, 'RECUSAL', '', 'U2', 1, 'LEVELS', '信访工作条例 第二十八条；矿定：他所在的单位一起回避'),
       (5, 'RECUSAL', '', 'U3', 1, 'LEVELS', '信访工作条例 第二十八条；矿定：他所在的单位一起回避'),
       (5, 'RECUSAL', '', 'U4', 1, 'LEVELS', '信访工作条例 第二十八条；矿定：他所在的单位一起回避'),
       (5, 'RECUSAL', '', 'U5', 1, 'LEVELS', '信访工作条例 第三十条、第四十六条：不得透露或转给被检举的人和单位');
