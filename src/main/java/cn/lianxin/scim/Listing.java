package cn.lianxin.scim;

import cn.lianxin.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** Resources as they are answered: one, or a page of a list whose count and rows are of the same moment. */
@Component
class Listing {

    static final String MESSAGE = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    private final UserStore users;
    private final UnitStore units;

    Listing(UserStore users, UnitStore units) {
        this.users = users;
        this.units = units;
    }

    /** @throws Refusal.NotFound for what does not exist for this system */
    UserRow user(long id, Pusher pusher) {
        return users.find(id, pusher).orElseThrow(Refusal.NotFound::new);
    }

    /** @throws Refusal.NotFound for what does not exist for this system */
    UnitRow unit(long id, Pusher pusher) {
        return units.find(id, pusher).orElseThrow(Refusal.NotFound::new);
    }

    ObjectNode resource(UserRow row, Projection projection, Endpoint endpoint) {
        return projection.of(UserResource.of(row, endpoint), ResourceKind.USER);
    }

    ObjectNode resource(UnitRow row, Projection projection, Endpoint endpoint) {
        var group = UnitResource.of(row, endpoint);
        if (projection.asksFor(ResourceKind.GROUP, UnitResource.MEMBERS)) {
            UnitResource.add(units.members(row.card().id()), group, endpoint);
        }
        return projection.of(group, ResourceKind.GROUP);
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    ObjectNode users(Query query, Pusher pusher, Endpoint endpoint) {
        var condition = condition(query, Columns.USERS, false);
        return list(
                query,
                users.count(condition, pusher),
                users(query, condition, query.offset(), query.count(), pusher, endpoint));
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    ObjectNode groups(Query query, Pusher pusher, Endpoint endpoint) {
        var condition = condition(query, Columns.GROUPS, false);
        return list(
                query,
                units.count(condition, pusher),
                groups(query, condition, query.offset(), query.count(), pusher, endpoint));
    }

    /** Users first, then groups; what only one kind has, has no value in the other. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    ObjectNode everything(Query query, Pusher pusher, Endpoint endpoint) {
        var ofUsers = condition(query, Columns.USERS, true);
        var ofGroups = condition(query, Columns.GROUPS, true);
        var people = users.count(ofUsers, pusher);
        var rows = new ArrayList<>(users(query, ofUsers, query.offset(), query.count(), pusher, endpoint));
        var before = Math.max(0, query.offset() - people);
        rows.addAll(groups(query, ofGroups, before, query.count() - rows.size(), pusher, endpoint));
        return list(query, people + units.count(ofGroups, pusher), rows);
    }

    private List<ObjectNode> users(
            Query query, FilterSql.Condition condition, long offset, int limit, Pusher pusher, Endpoint endpoint) {
        return users.rows(condition, offset, limit, pusher).stream()
                .map(row -> resource(row, query.projection(), endpoint))
                .toList();
    }

    private List<ObjectNode> groups(
            Query query, FilterSql.Condition condition, long offset, int limit, Pusher pusher, Endpoint endpoint) {
        return units.rows(condition, offset, limit, pusher).stream()
                .map(row -> resource(row, query.projection(), endpoint))
                .toList();
    }

    private static FilterSql.Condition condition(Query query, Columns columns, boolean unknownIsAbsent) {
        return query.filter()
                .map(filter -> FilterSql.of(filter, columns, unknownIsAbsent))
                .orElse(FilterSql.Condition.NONE);
    }

    private static ObjectNode list(Query query, long total, List<ObjectNode> rows) {
        return list(total, query.startIndex(), rows.stream());
    }

    static ObjectNode list(long total, int startIndex, Stream<ObjectNode> rows) {
        var list = Json.object();
        list.putArray("schemas").add(MESSAGE);
        list.put("totalResults", total);
        list.put("startIndex", startIndex);
        var resources = Json.object().arrayNode();
        rows.forEach(resources::add);
        list.put("itemsPerPage", resources.size());
        list.set("Resources", resources);
        return list;
    }
}
