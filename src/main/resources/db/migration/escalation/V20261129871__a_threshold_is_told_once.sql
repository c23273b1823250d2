-- Which thresholds there are is a rule now: a threshold is known by what it says, no longer by its place among the others.
alter table escalation.climb drop constraint climb_pkey;
alter table escalation.climb add primary key (concern, clock, began_at, threshold);
