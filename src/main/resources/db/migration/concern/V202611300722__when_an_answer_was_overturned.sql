-- Published to the room of public questions: since when the answer to a case is not what it was.
create view concern.overturned_answer as
select s.concern as id, s.at
from concern.step s
where s.kind = 'DECLINATION_SET_ASIDE' or s.kind = 'REVIEWED' and s.data ->> 'outcome' <> 'UPHELD';
