-- Published to the room of reports, which counts people and tells of none.
create view concern.raised_by as
select c.id as concern, c.reporter
from concern.concern c;
