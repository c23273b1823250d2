-- Whether men and women, young and old are treated alike can only be counted where it is known who is which. Only the year is
-- kept, only where the enterprise's own roster says it, and nobody is shown it but himself.
alter table organization.person
    add column sex        text check (sex in ('MALE', 'FEMALE')),
    add column birth_year int  check (birth_year between 1920 and 2049);

-- Published to the room that compares, for nothing else.
create view organization.person_trait as
select p.id, p.sex, p.birth_year from organization.person p where p.sex is not null or p.birth_year is not null;
