-- Laws are of nobody; who linked an article to one is kept as long as the article.
insert into retention.kept_table (kind, name) values
('news', 'statute.version'),
('news', 'statute.clause'),
('news', 'statute.link');
