-- What was decided about a problem stays with the course of its cases; it names nobody who raised one.
insert into retention.kept_table (kind, name) values
('course', 'problem.problem'),
('course', 'problem.attached'),
('course', 'problem.figure'),
('course', 'problem.step');
