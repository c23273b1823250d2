package cn.lianxin.scim;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.Tokens;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.Enterprise;
import cn.lianxin.organization.UnitKind;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.utils.FilterEvaluator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What our conditions find is what an evaluator that was not written here finds in the same documents. */
@ProductTest
class FilterAgreementTest {

    private static final int FILTERS = 400;

    private static final List<String> TEXTS = List.of(
            "userName",
            "displayName",
            "name.formatted",
            "title",
            "userType",
            "phoneNumbers.value",
            "phoneNumbers.type",
            "groups.display");

    /** Where capitals count; the evaluator knows no schemas and never counts them, so that their words have no letters. */
    private static final List<String> EXACT = List.of(
            "externalId",
            "meta.resourceType",
            Client.ENTERPRISE + ":employeeNumber",
            Client.ENTERPRISE + ":department");

    private static final List<String> WITHOUT_LETTERS = List.of("张", "1", "13", "-", "4", "0", "7", "%", "");

    private static final List<String> WORDS = List.of(
            "张", "张三", "三", "丰", "Zhang", "Blast", "综采一", "职", "1380", "1381", "采煤工", "OWN", "own", "1", "13", "138",
            "mobile", "综采", "", "%", "_", "User", "\\\\", "\\\"", "A", "hr-", "hr-1", "z");

    private static final List<String> OPERATORS = List.of("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Tokens tokens;

    @Autowired
    Enterprise enterprise;

    @Autowired
    Directory directory;

    private final Random random = new Random(20261129);

    @Test
    void random_filters_find_what_an_independent_evaluator_finds() throws ScimException {
        var office = office();
        var all = office.get("/Users?count=200").json().get("Resources");
        assertThat(all.size()).isBetween(20, 100);
        var foundSome = 0;

        for (var i = 0; i < FILTERS || foundSome <= FILTERS / 4 && i < 2 * FILTERS; i++) {
            var filter = filter(3);
            var expected = new TreeSet<String>();
            var parsed = com.unboundid.scim2.common.filters.Filter.fromString(filter);
            for (var user : all) {
                var document = Client.read(com.fasterxml.jackson.databind.JsonNode.class, user.toString());
                if (FilterEvaluator.evaluate(parsed, document)) {
                    expected.add(user.get("id").asString());
                }
            }

            var got = office.list("Users", filter);

            assertThat(got.status()).as("%s: %s", filter, got.text()).isEqualTo(200);
            assertThat(ids(got)).as(filter).isEqualTo(expected);
            foundSome += expected.isEmpty() || expected.size() == all.size() ? 0 : 1;
        }

        assertThat(foundSome).isGreaterThan(FILTERS / 4);
    }

    private TreeSet<String> ids(Client.Got got) {
        return got.json().get("Resources").findValuesAsString("id").stream()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Client office() {
        var mine = enterprise.below(enterprise.group(), UnitKind.MINE, "北岭矿");
        var units = List.of(
                enterprise.below(mine, UnitKind.DISTRICT, "综采一队"),
                enterprise.below(mine, UnitKind.DISTRICT, "Blasting"));
        var office = new Client(mvc, tokens.machine(mine, ApplicationScope.SCIM));
        var names = List.of("张三", "张三丰", "Zhang San", "李_四", "王%五", "a\\\\b", "q\\\"q");
        for (var i = 0; i < 28; i++) {
            create(office, names.get(i % names.size()), units.get(i % 2), i);
        }
        return office;
    }

    private void create(Client office, String name, UnitId unit, int i) {
        var more = new ArrayList<String>();
        if (i % 3 == 0) {
            more.add(", \"phoneNumbers\": [{\"value\": \"138%d\"}]".formatted(i));
        }
        if (i % 4 == 0) {
            more.add(", \"externalId\": \"hr-%d\"".formatted(i));
        }
        if (i % 5 == 0) {
            more.add(", \"userType\": \"CONTRACTOR\", \"title\": \"采煤工\"");
        }
        var got = office.post(
                "/Users",
                Client.user(Enterprise.code(), name, directory.unit(unit).code(), String.join("", more)));
        assertThat(got.status()).as(got.text()).isEqualTo(201);
    }

    private String filter(int depth) {
        return switch (depth == 0 ? random.nextInt(4) : random.nextInt(9)) {
            case 0 -> pick(EXACT) + " " + pick(OPERATORS) + " \"" + pick(WITHOUT_LETTERS) + "\"";
            case 1, 2 -> comparison(pick(TEXTS));
            case 3 -> random.nextBoolean() ? pick(TEXTS) + " pr" : "active eq " + random.nextBoolean();
            case 4 -> "not (" + filter(depth - 1) + ")";
            case 5 -> "(" + filter(depth - 1) + ")";
            case 6 -> filter(depth - 1) + " and " + filter(depth - 1);
            case 7 -> "phoneNumbers[" + comparison(random.nextBoolean() ? "value" : "type") + "]";
            default -> filter(depth - 1) + " or " + filter(depth - 1);
        };
    }

    private String comparison(String path) {
        return path + " " + pick(OPERATORS) + " \"" + pick(WORDS) + "\"";
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
