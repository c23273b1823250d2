-- Who let an office system in, and what it said in whose name, is who decided.
insert into retention.kept_table (kind, name) values
('office', 'officesystem.key'),
('office', 'officesystem.callback'),
('news', 'newsroom.opened'),
('office', 'imprint.proposal'),
('office', 'imprint.change');
