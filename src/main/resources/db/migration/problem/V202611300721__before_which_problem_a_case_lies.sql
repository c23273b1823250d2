-- Published to rooms that show cases beside each other: whoever sees a case may know the problem before which it lies, so one joins
-- it to nothing but cases that were asked for by concern.case_seen_by.
create view problem.laid_case as
select a.concern, p.number, p.title, p.state = 'CLOSED' as closed
from problem.attached a
join problem.problem p on p.id = a.problem
where a.detached_at is null;
