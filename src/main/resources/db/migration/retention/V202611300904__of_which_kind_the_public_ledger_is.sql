-- What was published with consent stays with the course of what was done; its words go when it is taken down.
insert into retention.kept_table (kind, name) values
('course', 'publicledger.entry'),
('course', 'publicledger.withdrawal');
