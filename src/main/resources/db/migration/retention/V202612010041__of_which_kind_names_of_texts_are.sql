-- Who named a text stays with the text.
insert into retention.kept_table (kind, name) values ('news', 'newsroom.revision_name');
