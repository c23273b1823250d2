-- A commitment, which stays in the tree of its day; whose it was goes with the sealed report.
insert into retention.kept_table (kind, name) values ('course', 'daybook.sealed_leaf');
