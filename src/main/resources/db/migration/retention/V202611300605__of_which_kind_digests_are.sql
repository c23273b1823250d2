insert into retention.kept_table (kind, name)
values ('account', 'foresight.subscription'), ('account', 'foresight.digest');
