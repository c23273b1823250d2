-- Sex and year of birth go with the telephone, when somebody has left: the comparison has no use for him any more.
update retention.kind
set contents = contents || '、名册里给了的性别和出生年份（只用来比是不是一视同仁）',
    english_contents = english_contents || ', sex and year of birth where the roster gives them (only to compare whether like is treated alike)'
where code = 'account';
