-- Hand-backs are counted per unit.
create index step_handed_back on concern.step (at, concern) where kind = 'HANDED_BACK';
