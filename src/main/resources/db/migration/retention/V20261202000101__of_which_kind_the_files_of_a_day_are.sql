-- Commitments only: their salts go with the files.
insert into retention.kept_table (kind, name) values ('course', 'daybook.file');
