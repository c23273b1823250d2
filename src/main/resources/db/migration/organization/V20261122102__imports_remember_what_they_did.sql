-- An import that is sent twice is done once, and its page says what it did.
alter table organization.staged_import add column applied_at timestamptz;
alter table organization.staged_import add column added int not null default 0;
alter table organization.staged_import add column changed int not null default 0;
alter table organization.staged_import add column unchanged int not null default 0;
