-- What a reprint names is part of the article; from whom may be reprinted is the newsroom's own list.
insert into retention.kept_table (kind, name) values
('news', 'newsroom.reprint'),
('office', 'reprint.source'),
('office', 'reprint.change');
