-- Published to the room that compares concerns with each other: what was asked, where it stands, and by which keys somebody may
-- come near it. What is protected, names somebody, has somebody stay out of it or was withdrawn or erased, is not fit: nobody is
-- told of it by what is like it.
create view concern.comparable as
select c.id, c.written_in, c.title || c.spoken_line as title, c.words, c.place, c.unit, c.matter, c.reporter,
       c.state in ('REPLIED', 'REVIEWED', 'DECLINED', 'CONCLUDED') as decided,
       c.state not in ('REPLIED', 'REVIEWED', 'DECLINED', 'CONCLUDED', 'WITHDRAWN') as open,
       not concern.is_protected(c.reporter_mode, c.restricted)
           and c.matter <> 'M6' and c.state <> 'WITHDRAWN' and c.title || c.words <> ''
           and not exists (select 1 from concern.named n where n.concern = c.id)
           and not exists (select 1 from concern.stepped_back b where b.concern = c.id) as fit,
       array_remove(
           array['r' || c.reporter, 's' || c.desk_unit, 's' || c.lead_unit, 'o' || c.owner_person, 'd' || c.desk_unit,
                 'l' || c.lead_unit]
           || array(select 'l' || a from unnest(c.assisting) a),
           null) as keys
from concern.concern c;
