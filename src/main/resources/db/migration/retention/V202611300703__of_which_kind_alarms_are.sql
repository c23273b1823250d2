insert into retention.kept_table (kind, name) values
    ('course', 'topic.alarm'),
    ('course', 'topic.evidence');
