-- What is counted of a moment is what had happened by then, however late it is counted. An ending that needs a signature
-- from outside is one from its own day on, if it was signed by then: until somebody stands for it, what was declined is not
-- answered and what was withdrawn is not taken back. Of what ended before there were looks none is asked.
drop view concern.counted_case;

create function concern.case_counted_at(moment timestamptz)
returns table (id bigint, number text, kind text, channel text, reporter bigint, clerk bigint, unit bigint, place text,
               filed_at timestamptz, split_from bigint, matter text, grade text, answering_unit bigint,
               acknowledge_by timestamptz, reply_by timestamptz, acknowledged_at timestamptz, answered_at timestamptz,
               withdrawn_at timestamptz, ending text, recorded boolean, raised_again boolean, stopped_seconds numeric)
language sql stable
as $$
    select c.id, c.number, c.kind, c.channel, c.reporter, c.clerk, c.unit, c.place, c.filed_at,
           split.concern, filed.data ->> 'matter', filed.data ->> 'grade',
           coalesce(told.first_lead, c.desk_unit),
           told.acknowledge_by, told.reply_by, told.acknowledged_at, told.answered_at, told.withdrawn_at,
           told.ending, told.recorded, told.raised_again,
           coalesce(stood.seconds, 0)
    from concern.concern c
    join concern.step filed on filed.concern = c.id and filed.place = 1
    left join lateral (
        select s.concern from concern.step s
        where s.kind = 'SPLIT_OFF' and cast(s.data ->> 'part' as bigint) = c.id
        limit 1) split on true
    cross join lateral (
        select min(s.at) filter (where s.kind = 'ACKNOWLEDGED' and s.at < moment) as acknowledged_at,
               min(s.at) filter (where s.kind in ('REPLIED', 'DECLINED') and s.at < moment and stands.ending) as answered_at,
               min(s.at) filter (where s.kind = 'WITHDRAWN' and s.at < moment and stands.ending) as withdrawn_at,
               (array_agg(case s.kind when 'REPLIED' then nullif(s.data -> 'reply' ->> 'finding', 'ANSWERED') else 'DECLINED' end
                          order by s.place desc)
                   filter (where s.kind in ('REPLIED', 'DECLINED') and s.at < moment and stands.ending))[1] as ending,
               coalesce(bool_or(s.kind = 'RECORDED'), false) as recorded,
               coalesce(bool_or(s.kind in ('RAISED_AGAIN', 'REVIEW_ASKED') and s.at < moment), false) as raised_again,
               min(cast(s.data -> 'deadlines' ->> 'acknowledgeBy' as timestamptz))
                   filter (where s.kind in ('FILED', 'RECLASSIFIED')) as acknowledge_by,
               min(cast(s.data -> 'deadlines' ->> 'replyBy' as timestamptz))
                   filter (where s.kind in ('FILED', 'RECLASSIFIED')) as reply_by,
               (array_agg(cast(coalesce(s.data -> 'assignment' -> 'lead' ->> 'value',
                                        s.data -> 'assignment' -> 0 -> 'lead' ->> 'value') as bigint) order by s.place)
                   filter (where s.kind in ('ASSIGNED', 'ARBITRATED')
                       or s.kind = 'FOLLOWED' and s.data -> 'assignment' -> 0 is not null))[1] as first_lead
        from concern.step s
        cross join lateral (
            select s.data ->> 'lookBy' is null or exists (
                    select 1 from concern.step look
                    where look.concern = s.concern and look.place > s.place and look.kind = 'ENDING_CONFIRMED'
                      and look.at < moment
                      and not exists (select 1 from concern.step between_them
                          where between_them.concern = s.concern and between_them.place > s.place
                            and between_them.place < look.place
                            and between_them.kind in ('RAISED_AGAIN', 'DECLINATION_SET_ASIDE', 'WITHDRAWAL_SET_ASIDE'))) as ending
            ) stands
        where s.concern = c.id) told
    left join lateral (
        select sum(extract(epoch from cast(coalesce(s.data ->> 'from', s.data ->> 'since') as timestamptz))
                   * case s.kind when 'RESUMED' then 1 else -1 end) as seconds
        from concern.step s
        where s.concern = c.id and s.kind in ('PAUSED', 'RESUMED') and s.at <= told.answered_at
        having count(*) % 2 = 0) stood on true
    -- Reports of wrongdoing stand in no figure of a unit.
    where not c.restricted
$$;

create view concern.counted_case as select * from concern.case_counted_at('infinity');
