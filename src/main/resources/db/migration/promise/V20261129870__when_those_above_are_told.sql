-- At which shares of a time those above are told, and how often beyond its end: rules like all others, in a pack of their
-- own, so that the mine's grades can be switched or replaced without them.
alter table promise.rule drop constraint rule_stage_check;
alter table promise.rule drop constraint rule_measure_check;
alter table promise.rule add constraint rule_stage_check check (stage in (
    'ACKNOWLEDGE', 'REPLY', 'EXTENSION', 'HAND_BACK', 'REVIEW', 'RE_REVIEW', 'PAUSE', 'PROGRESS', 'ESCALATION', 'BEYOND'));
alter table promise.rule add constraint rule_measure_check check (measure in (
    'MINUTES', 'HOURS', 'WORKING_HOURS', 'WORKING_DAYS', 'DAYS', 'PERCENT'));
alter table promise.rule add constraint rule_threshold_in_percent check (
    (stage = 'ESCALATION') = (measure = 'PERCENT') and (stage <> 'ESCALATION' or amount <= 100));

insert into promise.rule_version (id, pack, english_pack, in_force_from, imported_by, imported_at)
values (4, '逐级上报', 'Escalation', '2000-01-01', '', '2026-11-29T00:00:00Z');

insert into promise.rule (version, stage, matter, grade, amount, measure, source)
values (4, 'ESCALATION', '', null, 50, 'PERCENT', '矿定：时间过半还没办的往上报'),
       (4, 'ESCALATION', '', null, 80, 'PERCENT', '矿定：时间过八成亮黄灯'),
       (4, 'ESCALATION', '', null, 100, 'PERCENT', '矿定：到期亮红灯'),
       (4, 'BEYOND', '', 'U0', 4, 'HOURS', '矿定：生命安全，过期按原来的时间再报，最长四小时'),
       (4, 'BEYOND', '', 'U1', 4, 'HOURS', '矿定：紧急，过期按原来的时间再报，最长四小时'),
       (4, 'BEYOND', '', 'U2', 1, 'WORKING_DAYS', '矿定：过期一个工作日报高一级'),
       (4, 'BEYOND', '', 'U3', 1, 'WORKING_DAYS', '矿定：过期一个工作日报高一级'),
       (4, 'BEYOND', '', 'U4', 1, 'WORKING_DAYS', '矿定：过期一个工作日报高一级'),
       (4, 'BEYOND', '', 'U5', 1, 'WORKING_DAYS', '矿定：过期一个工作日报高一级');
