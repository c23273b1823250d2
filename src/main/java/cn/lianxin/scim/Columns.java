package cn.lianxin.scim;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The attributes by which one may ask, and nothing else; the key is the path in small letters. */
final class Columns {

    /** Of the rows that {@link UserStore} asks. */
    static final Columns USERS = new Columns(
            ResourceKind.USER,
            Map.ofEntries(
                    Map.entry("id", Column.exact("cast(p.id as text)").foundBy("p.id = {n}")),
                    Map.entry("externalid", Column.exact("k.external_id").foundBy("""
                                    p.id in (select f.person from scim.person f
                                             where f.application = :application and f.external_id = {v})""")),
                    Map.entry(
                            "username",
                            Column.words("coalesce(k.user_name, p.staff_number)")
                                    .foundBy("""
                                    p.id in (select c.id from organization.person_card c
                                             where lower(c.staff_number) = lower({v})
                                             union all
                                             select f.person from scim.person f
                                             where f.application = :application and lower(f.user_name) = lower({v}))""")),
                    Map.entry("name", Column.words("p.name")),
                    Map.entry("name.formatted", Column.words("p.name")),
                    Map.entry("displayname", Column.words("p.name")),
                    Map.entry("title", Column.words("case when p.left_on is null then p.title end")),
                    Map.entry("usertype", Column.words("p.employment")),
                    Map.entry("active", Column.flag("p.left_on is null")),
                    Map.entry("phonenumbers", Column.words("p.phone")),
                    Map.entry("phonenumbers.value", Column.words("p.phone")),
                    Map.entry("phonenumbers.type", Column.words("case when p.phone <> '' then 'mobile' end")),
                    Map.entry("groups", Column.exact("cast(u.id as text)")),
                    Map.entry("groups.value", Column.exact("cast(u.id as text)")),
                    Map.entry("groups.display", Column.words("u.name")),
                    Map.entry("groups.type", Column.words("case when u.id is not null then 'direct' end")),
                    Map.entry("meta.resourcetype", Column.exact("'User'"))),
            Map.of(
                    "employeenumber",
                    Column.exact("p.staff_number").foundBy("""
                            p.id in (select c.id from organization.person_card c
                                     where lower(c.staff_number) = lower({v}))"""),
                    "department",
                    Column.exact("u.code")));

    /** Of the rows that {@link UnitStore} asks. */
    static final Columns GROUPS = new Columns(
            ResourceKind.GROUP,
            Map.of(
                    "id", Column.exact("cast(u.id as text)").foundBy("u.id = {n}"),
                    "externalid", Column.exact("k.external_id"),
                    "displayname", Column.words("u.name"),
                    "meta.resourcetype", Column.exact("'Group'")),
            Map.of(
                    "code", Column.exact("u.code"),
                    "kind", Column.words("u.kind"),
                    "shortname", Column.words("u.short_name"),
                    "parent", Column.exact("above.code")));

    private final Map<String, Column> known = new HashMap<>();

    private Columns(ResourceKind kind, Map<String, Column> core, Map<String, Column> extension) {
        core.forEach((name, column) -> {
            known.put(name, column);
            known.put((kind.core().urn() + ":").toLowerCase(Locale.ROOT) + name, column);
        });
        extension.forEach(
                (name, column) -> known.put((kind.extension().urn() + ":").toLowerCase(Locale.ROOT) + name, column));
    }

    Optional<Column> find(String path) {
        return Optional.ofNullable(known.get(path.toLowerCase(Locale.ROOT)));
    }
}
