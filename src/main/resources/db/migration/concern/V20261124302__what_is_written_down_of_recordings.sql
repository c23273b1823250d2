-- How it stands with the transcript of each recording, by its id; the texts themselves are steps of the timeline.
alter table concern.concern
    add column transcripts         jsonb   not null default '{}',
    add column transcript_disputed boolean not null default false,
    -- The first words of what was raised in speech, behind its title in lists.
    add column spoken_line         text    not null default '';
create index concern_misheard on concern.concern (desk_unit, reply_by, id) where transcript_disputed and not over;
