-- As long as the article that they are about.
insert into retention.kept_table (kind, name) values ('news', 'exemplar.decision');
