package cn.lianxin.scim;

import cn.lianxin.scim.Filter.Operator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Makes a condition of a filter: its values are parameters, its attributes those of {@link Columns}. */
final class FilterSql {

    /** @param parameters by name */
    record Condition(String sql, Map<String, Object> parameters) {
        static final Condition NONE = new Condition("true", Map.of());
    }

    private static final String NEVER = "false";

    private final Columns columns;
    private final boolean unknownIsAbsent;
    private final Map<String, Object> parameters = new HashMap<>();

    private FilterSql(Columns columns, boolean unknownIsAbsent) {
        this.columns = columns;
        this.unknownIsAbsent = unknownIsAbsent;
    }

    /**
     * @param unknownIsAbsent where both kinds of resources are asked, an attribute that one of them does not have has no
     *     value there
     * @throws ScimFault {@code invalidFilter}
     */
    static Condition of(Filter filter, Columns columns, boolean unknownIsAbsent) {
        var sql = new FilterSql(columns, unknownIsAbsent);
        return new Condition(sql.of(filter, ""), sql.parameters);
    }

    private String of(Filter filter, String within) {
        return switch (filter) {
            case Filter.And(var left, var right) -> "(" + of(left, within) + " and " + of(right, within) + ")";
            case Filter.Or(var left, var right) -> "(" + of(left, within) + " or " + of(right, within) + ")";
            case Filter.Not(var inner) -> "(not " + of(inner, within) + ")";
            case Filter.Present(var path) ->
                column(within + path).map(FilterSql::present).orElse(NEVER);
            case Filter.Compare(var path, var operator, var value) ->
                column(within + path)
                        .map(column -> compare(column, path, operator, value))
                        .orElse(operator == Operator.NE ? "true" : NEVER);
            case Filter.Within(var path, var inner) -> within(path, inner, within);
        };
    }

    private String within(String path, Filter inner, String outer) {
        if (!outer.isEmpty()) {
            throw new ScimFault(Fault.FILTER_ATTRIBUTE, path);
        }
        return column(path)
                .map(column -> "(" + present(column) + " and " + of(inner, path + ".") + ")")
                .orElse(NEVER);
    }

    private Optional<Column> column(String path) {
        var found = columns.find(path);
        if (found.isEmpty() && !unknownIsAbsent) {
            throw new ScimFault(Fault.FILTER_ATTRIBUTE, path);
        }
        return found;
    }

    private static String present(Column column) {
        return column.type() == Column.Type.FLAG ? "true" : "(nullif(" + column.sql() + ", '') is not null)";
    }

    private String compare(Column column, String path, Operator operator, JsonNode value) {
        if (value.isNull()) {
            return nothing(column, path, operator);
        }
        if (column.type() == Column.Type.FLAG) {
            return flag(column, path, operator, value);
        }
        if (!value.isString()) {
            throw new ScimFault(Fault.FILTER_TYPE, path);
        }
        var text = value.asString();
        var parameter = parameter(text);
        var exact = column.type() == Column.Type.EXACT;
        var has = exact ? "nullif(%s, '')".formatted(column.sql()) : "lower(nullif(%s, ''))".formatted(column.sql());
        var wanted = exact ? parameter : "lower(" + parameter + ")";
        var condition = "coalesce(" + compare(has, operator, wanted) + ", false)";
        return operator == Operator.EQ && !column.narrowing().isEmpty()
                ? "(" + narrowed(column, text, parameter) + " and " + condition + ")"
                : condition;
    }

    private static String compare(String has, Operator operator, String wanted) {
        return switch (operator) {
            case EQ -> has + " = " + wanted;
            case NE -> has + " is distinct from " + wanted;
            case CO -> "position(" + wanted + " in " + has + ") > 0";
            case SW -> "starts_with(" + has + ", " + wanted + ")";
            case EW -> "right(" + has + ", length(" + wanted + ")) = " + wanted;
            case GT -> has + " collate \"C\" > " + wanted;
            case GE -> has + " collate \"C\" >= " + wanted;
            case LT -> has + " collate \"C\" < " + wanted;
            case LE -> has + " collate \"C\" <= " + wanted;
        };
    }

    private String narrowed(Column column, String text, String parameter) {
        if (!column.narrowing().contains("{n}")) {
            return column.narrowing().replace("{v}", parameter);
        }
        if (!text.matches("[0-9]{1,18}")) {
            return NEVER;
        }
        var name = "f" + parameters.size();
        parameters.put(name, Long.valueOf(text));
        return column.narrowing().replace("{n}", ":" + name);
    }

    private static String nothing(Column column, String path, Operator operator) {
        return switch (operator) {
            case EQ -> "(not " + present(column) + ")";
            case NE -> present(column);
            case CO, SW, EW, GT, GE, LT, LE -> throw new ScimFault(Fault.FILTER_TYPE, path);
        };
    }

    private String flag(Column column, String path, Operator operator, JsonNode value) {
        if (!value.isBoolean() || operator != Operator.EQ && operator != Operator.NE) {
            throw new ScimFault(Fault.FILTER_TYPE, path);
        }
        var wanted = value.asBoolean() == (operator == Operator.EQ);
        return wanted ? "(" + column.sql() + ")" : "(not (" + column.sql() + "))";
    }

    private String parameter(String text) {
        var name = "f" + parameters.size();
        parameters.put(name, text);
        return "cast(:" + name + " as text)";
    }
}
