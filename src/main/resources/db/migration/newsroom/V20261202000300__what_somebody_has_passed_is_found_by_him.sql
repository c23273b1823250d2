-- The queue of a reviewer asks of every article that waits whether he has passed it; most he never has.
create index pass_person on newsroom.pass (person, revision);
