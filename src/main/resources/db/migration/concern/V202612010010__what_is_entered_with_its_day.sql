-- What was filed and answered, in the order in which it was: of a day, only what came on it is read.
create index step_entered on concern.step (at, concern, place) where kind in ('FILED', 'REPLIED', 'DECLINED', 'REVIEWED');
