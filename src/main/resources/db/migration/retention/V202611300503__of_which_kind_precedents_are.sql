insert into retention.kept_table (kind, name) values
('concern', 'precedent.shown'),
('concern', 'precedent.answer'),
('concern', 'precedent.look');
