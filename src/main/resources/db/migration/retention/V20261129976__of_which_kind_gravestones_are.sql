-- That something was taken down stays with the course of its case.
insert into retention.kept_table (kind, name) values ('course', 'concern.taken_down');
