insert into retention.kept_table (kind, name) values
('course', 'knowledge.wording'),
('course', 'knowledge.taken_down'),
('course', 'knowledge.tap'),
('course', 'concern.joined');
