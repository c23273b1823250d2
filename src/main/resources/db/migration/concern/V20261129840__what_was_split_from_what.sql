-- Published to the room of verdicts: what was split is one case, and is judged as one.
create view concern.split_part as
select s.concern as whole, cast(s.data ->> 'part' as bigint) as part
from concern.step s
where s.kind = 'SPLIT_OFF';
