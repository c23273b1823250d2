-- A spot check asks how it stands now; the state does not change with it.
alter table concern.concern add column show_by timestamptz;
