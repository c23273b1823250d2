-- An application acts by a token of its own; which one it was stands in task.
alter table audit.entry
    drop constraint entry_who_check,
    drop constraint entry_check1;
alter table audit.entry
    add constraint entry_who_check
        check (who in ('MEMBER', 'RECEIPT_HOLDER', 'VISITOR', 'APPLICATION', 'CLOCKWORK')),
    add constraint entry_task_check
        check ((who in ('APPLICATION', 'CLOCKWORK')) = (task <> ''));
