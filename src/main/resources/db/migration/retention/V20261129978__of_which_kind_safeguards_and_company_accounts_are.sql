insert into retention.kept_table (kind, name) values
('concern', 'safeguard.step'),
('concern', 'safeguard.hearing'),
('course', 'safeguard.watch'),
('course', 'safeguard.check_in'),
('course', 'safeguard.entry'),
('session', 'companyaccount.begun');
