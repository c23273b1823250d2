-- Nobody imported it; the pages say so in the language of whoever reads.
update promise.rule_version set imported_by = '' where id < 100;
update promise.rule_switch set decided_by = '' where decided_by = '随产品带来';
