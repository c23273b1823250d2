package cn.lianxin.scim;

import cn.lianxin.scim.Filter.Operator;
import java.util.Locale;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Holds a filter against one value of a multi-valued attribute, as the path of a change may name it. */
record FilterMatch(Filter filter) implements Predicate<JsonNode> {

    @Override
    public boolean test(JsonNode value) {
        return fits(filter, value);
    }

    private static boolean fits(Filter filter, JsonNode value) {
        return switch (filter) {
            case Filter.And(var left, var right) -> fits(left, value) && fits(right, value);
            case Filter.Or(var left, var right) -> fits(left, value) || fits(right, value);
            case Filter.Not(var inner) -> !fits(inner, value);
            case Filter.Present(var path) -> !at(value, path).isMissingNode();
            case Filter.Compare(var path, var operator, var wanted) -> compare(at(value, path), operator, wanted);
            case Filter.Within _ -> throw new ScimFault(Fault.PATH_WRONG, "[ [");
        };
    }

    private static JsonNode at(JsonNode value, String path) {
        var found = Json.at(value, path);
        return found == null ? MissingNode.getInstance() : found;
    }

    private static boolean compare(JsonNode has, Operator operator, JsonNode wanted) {
        if (has.isMissingNode() || wanted.isNull()) {
            return (operator == Operator.NE) != (has.isMissingNode() && wanted.isNull());
        }
        var one = has.asString().toLowerCase(Locale.ROOT);
        var other = wanted.asString().toLowerCase(Locale.ROOT);
        return switch (operator) {
            case EQ -> one.equals(other);
            case NE -> !one.equals(other);
            case CO -> one.contains(other);
            case SW -> one.startsWith(other);
            case EW -> one.endsWith(other);
            case GT -> one.compareTo(other) > 0;
            case GE -> one.compareTo(other) >= 0;
            case LT -> one.compareTo(other) < 0;
            case LE -> one.compareTo(other) <= 0;
        };
    }
}
