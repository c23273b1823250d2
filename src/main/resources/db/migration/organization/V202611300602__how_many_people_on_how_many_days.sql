-- Published to the other rooms: for how many days people had their main post in a unit, by kind of contract.
create function organization.person_days(since date, until date)
returns table (unit bigint, employment text, days bigint)
language sql stable
as $$
    select p.unit, person.employment,
           sum(least(coalesce(a.until_date + 1, until), until) - greatest(a.from_date, since))
    from organization.appointment a
    join organization.post p on p.id = a.post
    join organization.person person on person.id = a.person
    where a.main and a.from_date < until and coalesce(a.until_date + 1, until) > since
      and coalesce(person.left_on, until) > since
    group by p.unit, person.employment
$$;
