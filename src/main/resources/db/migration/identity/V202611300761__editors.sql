-- Three more roles: who reads first, who answers for a section, who has the last word on what is published.
alter table identity.role_grant drop constraint role_grant_role_check;
alter table identity.role_grant add constraint role_grant_role_check
    check (role in ('HANDLER', 'DESK_OFFICER', 'UNIT_LEADER', 'SUPERVISOR', 'ADMINISTRATOR', 'DISPATCHER',
                    'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR', 'EDITOR', 'SECTION_EDITOR', 'CHIEF_EDITOR'));
