-- Lists and figures that look back: newest first, by week, and how long the first reply took.
create index concern_filed on concern.concern (filed_at, id);
create index step_replied on concern.step (at, concern) where kind = 'REPLIED';
