-- On a terminal that many use a session ends after a short pause.
alter table identity.session add column shared boolean not null default false;
