-- Whether more than the password was given, and on what kind of device, in the words of its owner.
alter table identity.session
    add column second_factor boolean not null default false,
    add column device        text    not null default 'UNKNOWN_DEVICE',
    add column browser       text    not null default 'OTHER_BROWSER';
