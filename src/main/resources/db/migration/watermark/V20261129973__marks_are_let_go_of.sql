-- Whose mark it was is not changed, and not removed before half a year has passed.
create or replace function watermark.refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and coalesce(current_setting('watermark.letting_go', true), '') = 'on'
        and old.at < now() - interval '180 days' then
        return old;
    end if;
    raise exception 'whose mark it was is not changed and not removed';
end $$;
