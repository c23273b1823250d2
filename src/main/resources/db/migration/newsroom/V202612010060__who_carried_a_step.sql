-- The system of the office that carried a decision here in somebody's name; empty for what was done by hand.
alter table newsroom.step add column through text not null default '';
