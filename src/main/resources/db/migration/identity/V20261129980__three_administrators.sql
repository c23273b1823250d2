alter table identity.role_grant drop constraint role_grant_role_check;
alter table identity.role_grant add constraint role_grant_role_check
    check (role in ('HANDLER', 'DESK_OFFICER', 'UNIT_LEADER', 'SUPERVISOR', 'ADMINISTRATOR', 'DISPATCHER',
                    'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR'));
