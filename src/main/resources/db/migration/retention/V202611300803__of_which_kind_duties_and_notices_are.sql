-- What was published, and what was said against it, stays with the course of what was done.
insert into retention.kept_table (kind, name) values
('course', 'duty.duty'),
('course', 'duty.wording'),
('course', 'duty.occasion'),
('course', 'disclosure.notice'),
('course', 'disclosure.version'),
('course', 'disclosure.file'),
('course', 'disclosure.objection'),
('course', 'disclosure.reply'),
('course', 'disclosure.reading');
