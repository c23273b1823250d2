-- The password lies in the company's directory, or its provider says who somebody is; the hash here is one of no password.
alter table identity.account add column by_company boolean not null default false;
alter table identity.account add constraint nobody_changes_what_lies_elsewhere check (not (by_company and must_change));
