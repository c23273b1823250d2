-- What was found in an article and who answered for it stays with the article; the list is the newsroom's own.
insert into retention.kept_table (kind, name) values
('news', 'textcheck.checked'),
('news', 'textcheck.finding'),
('news', 'textcheck.confirmation'),
('news', 'textcheck.to_look_at'),
('office', 'textcheck.term'),
('office', 'textcheck.change'),
('office', 'textcheck.again');
