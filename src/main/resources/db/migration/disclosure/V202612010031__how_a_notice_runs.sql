-- For rooms that wait for the end of a notice: nobody's words, and who objected is not in it.
create view disclosure.notice_period as
select n.number, v.published_at, v.objections_until, v.stays_until, n.ended_at, v.kind = 'WITHDRAWAL' as withdrawn,
       (select count(*) from disclosure.objection o
        where o.notice = n.number
          and not exists (select 1 from disclosure.reply r where r.objection = o.id)) as open_objections,
       (select count(*) from disclosure.objection o join disclosure.reply r on r.objection = o.id
        where o.notice = n.number and r.outcome <> 'NOT_UPHELD') as upheld
from disclosure.notice n
join disclosure.version v on v.notice = n.number and v.state = 'PUBLIC'
    and v.place = (select max(w.place) from disclosure.version w where w.notice = n.number and w.state = 'PUBLIC');
