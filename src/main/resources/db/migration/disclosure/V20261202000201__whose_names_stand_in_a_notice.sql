-- As somebody reads it: full width is half width, and neither blanks nor dots inside of a name count.
create function disclosure.plain(words text) returns text language sql immutable as $$
    select regexp_replace(normalize(words, nfkc), '[ \u00ad\u200b-\u200d\u2060\ufeff·•‧・]', '', 'g')
$$;

-- Those of the names that stand neither in the words nor in the table of what was last public, for rooms that wait for a notice.
create function disclosure.unnamed(number bigint, names text[]) returns setof text language sql stable as $$
    select n.name
    from unnest(names) with ordinality n (name, place)
    where disclosure.plain(n.name) = '' or not exists (
        select 1
        from (select w.title || E'\n' || w.body || E'\n' || w.cells as words
              from disclosure.version w
              where w.notice = number and w.state = 'PUBLIC' and w.kind <> 'WITHDRAWAL'
              order by w.place desc limit 1) v
        where strpos(disclosure.plain(v.words), disclosure.plain(n.name)) > 0)
    order by n.place
$$;
