package cn.lianxin.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.scim2.common.GenericScimResource;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.messages.PatchRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a PATCH makes of a document is what a library that was not written here makes of it. */
class PatchAgreementTest {

    private static final String BEFORE = """
            {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User",
                         "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
             "id": "7", "userName": "N1",
             "name": {"formatted": "张三"}, "displayName": "张三", "active": true,
             "phoneNumbers": [{"value": "1", "type": "mobile"}, {"value": "2", "type": "work"}],
             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"employeeNumber": "N1", "department": "A"}}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op': 'replace', 'path': 'displayName', 'value': '李四'}",
                "{'op': 'add', 'path': 'title', 'value': '班长'}",
                "{'op': 'remove', 'path': 'displayName'}",
                "{'op': 'replace', 'path': 'name.formatted', 'value': '李四'}",
                "{'op': 'add', 'path': 'name', 'value': {'familyName': '李'}}",
                "{'op': 'replace', 'value': {'displayName': '李四', 'title': '班长'}}",
                "{'op': 'add', 'value': {'active': false}}",
                "{'op': 'replace', 'path': 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department', 'value': 'B'}",
                "{'op': 'remove', 'path': 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department'}",
                "{'op': 'add', 'path': 'phoneNumbers', 'value': [{'value': '3', 'type': 'home'}]}",
                "{'op': 'add', 'path': 'phoneNumbers', 'value': [{'value': '1', 'type': 'mobile'}]}",
                "{'op': 'replace', 'path': 'phoneNumbers', 'value': [{'value': '3', 'type': 'home'}]}",
                "{'op': 'remove', 'path': 'phoneNumbers'}",
                "{'op': 'remove', 'path': 'phoneNumbers[type eq \\\"work\\\"]'}",
                "{'op': 'remove', 'path': 'phoneNumbers[type eq \\\"work\\\"].value'}",
                "{'op': 'replace', 'path': 'phoneNumbers[type eq \\\"work\\\"].value', 'value': '9'}",
                "{'op': 'replace', 'path': 'phoneNumbers[value sw \\\"1\\\" or type eq \\\"work\\\"].type', 'value': 'home'}",
                "{'op': 'add', 'path': 'phoneNumbers[type eq \\\"fax\\\"].value', 'value': '9'}"
            })
    void a_change_makes_the_same_document(String operation) throws ScimException {
        var request = """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [%s]}""".formatted(operation.replace('\'', '"'));
        var theirs = new GenericScimResource(
                (com.fasterxml.jackson.databind.node.ObjectNode) Client.read(JsonNode.class, BEFORE));
        Client.read(PatchRequest.class, request).apply(theirs);

        var ours = Json.object(BEFORE.getBytes(StandardCharsets.UTF_8));
        Patch.of(Json.object(request.getBytes(StandardCharsets.UTF_8))).apply(ours, ResourceKind.USER);

        assertThat(Client.read(JsonNode.class, ours.toString()))
                .isEqualTo(Client.read(JsonNode.class, theirs.toString()));
    }
}
