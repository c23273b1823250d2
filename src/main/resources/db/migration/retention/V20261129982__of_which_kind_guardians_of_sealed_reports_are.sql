insert into retention.kept_table (kind, name) values ('sealed', 'sealed.guardian');
