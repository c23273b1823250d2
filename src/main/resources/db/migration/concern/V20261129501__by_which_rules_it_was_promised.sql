-- The rules that made the promise, by their keys: for taking it up and for the answer.
alter table concern.concern add column promised_by bigint[] not null default '{}';
