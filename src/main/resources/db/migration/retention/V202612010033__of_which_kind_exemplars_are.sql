-- Consents are kept as long as the article that they are for.
insert into retention.kept_table (kind, name) values
('news', 'newsroom.hold'),
('news', 'exemplar.piece'),
('news', 'exemplar.subject'),
('news', 'exemplar.consent');
