-- Published to the room of indicators: what everybody who signs in reads on the page of verdicts, and nothing else.
create view verdict.published_batch as
select b.unit, b.released_on, b.rated, b.solved, b.satisfied
from verdict.batch b;
