-- Published to the public ledger: the batch in which the verdict on an answer came out, as numbers, and never the verdict.
create view verdict.released_answer as
select a.concern, a.answer, b.id as batch, b.unit, b.released_on, b.rated, b.solved, b.partly, b.not_solved, b.satisfied,
       b.fairly, b.not_satisfied
from verdict.answer a
join verdict.batch b on b.id = a.batch;
