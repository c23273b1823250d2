package cn.lianxin.concern;

/** Where a concern counts when a unit is looked at by its parts: in the part directly below, or in the unit itself. */
final class Places {

    /** The unit in {@code :root} and all below it, each with the part it counts in, as {@code place}. */
    static final String PLACE = """
            with place as (
                select l.unit, coalesce(part.above, :root) as part
                from organization.unit_line l
                left join (
                    select p.unit, p.above
                    from organization.unit_line p
                    join organization.unit_card u on u.id = p.above
                    where u.parent = :root and u.valid_until is null) part on part.unit = l.unit
                where l.above = :root)
            """;

    private Places() {}

    /** That this column is the unit in the parameter or below it; {@code itself} leaves out its parts. */
    static String within(String column, String unit, boolean itself) {
        var below = column + " in (select l.unit from organization.unit_line l where l.above = " + unit + ")";
        var inItsParts = column + " in (select l.unit from organization.unit_line l"
                + " join organization.unit_card u on u.id = l.above"
                + " where u.valid_until is null and u.parent = " + unit + ")";
        return itself ? below + " and not " + inItsParts : below;
    }
}
