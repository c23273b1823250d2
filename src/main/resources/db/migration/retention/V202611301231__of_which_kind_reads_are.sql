-- How often an article was read is kept as long as the article.
insert into retention.kept_table (kind, name) values ('news', 'portal.reads');
