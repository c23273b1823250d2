-- As its words: they go when it is taken down.
insert into retention.kept_table (kind, name) values ('course', 'publicledger.picture');
