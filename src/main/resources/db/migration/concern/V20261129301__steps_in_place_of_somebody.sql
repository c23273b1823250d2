-- Who was away when this step was made for him.
alter table concern.step
    add column in_place_of bigint check (in_place_of is null or author = 'PERSON' and in_place_of <> by_person);
