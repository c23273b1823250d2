-- Commitments stay with the course of a concern; their salts go with its words.
insert into retention.kept_table (kind, name) values
('course', 'daybook.day'),
('course', 'daybook.leaf');
