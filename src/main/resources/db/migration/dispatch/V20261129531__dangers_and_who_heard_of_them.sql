create schema dispatch;

create table dispatch.alarm (
    concern   bigint primary key,
    unit      bigint      not null,
    raised_at timestamptz not null,
    heard_by  bigint,
    heard_at  timestamptz,
    check ((heard_by is null) = (heard_at is null))
);
create index alarm_unheard on dispatch.alarm (raised_at) where heard_at is null;
create index alarm_raised on dispatch.alarm (raised_at desc);
