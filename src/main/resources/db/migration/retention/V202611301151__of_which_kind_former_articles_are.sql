-- Where an article stood before is kept as long as the article.
insert into retention.kept_table (kind, name) values
('news', 'formerportal.taken'),
('news', 'formerportal.address');
