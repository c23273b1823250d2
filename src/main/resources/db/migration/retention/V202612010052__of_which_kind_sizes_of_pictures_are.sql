-- They go with the file that they were made of.
insert into retention.kept_table (kind, name) values ('attachment', 'attachment.rendition');
