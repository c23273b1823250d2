package cn.lianxin.scim;

import cn.lianxin.organization.Employment;
import cn.lianxin.platform.text.PlainText;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a document says of a person. What it leaves open is empty and stays as it is; a telephone that is left out is
 * none.
 *
 * @param unit code of the unit
 */
record UserForm(
        String userName,
        Optional<String> externalId,
        Optional<String> name,
        Optional<String> staffNumber,
        Optional<String> title,
        Optional<Employment> employment,
        String phone,
        Optional<String> unit,
        boolean active) {

    private static final int LONGEST = 200;

    /**
     * @param known the name that is kept already: of several that come, another one counts
     * @throws ScimFault {@code invalidValue}
     */
    static UserForm of(ObjectNode document, Optional<String> known) {
        var extension = document.path(ResourceKind.USER.extension().urn());
        return new UserForm(
                line(document, "userName").orElseThrow(() -> new ScimFault(Fault.VALUE_MISSING, "userName")),
                line(document, "externalId"),
                name(document, known),
                line(extension, "employeeNumber"),
                line(document, "title"),
                line(document, "userType").map(UserForm::employment),
                phone(document.path("phoneNumbers")),
                line(extension, "department").or(() -> line(extension, "organization")),
                !document.has("active") || document.get("active").asBoolean());
    }

    private static Optional<String> line(JsonNode node, String name) {
        var line = Json.text(node, name).map(PlainText::line).filter(text -> !text.isEmpty());
        if (line.filter(text -> text.length() > LONGEST).isPresent()) {
            throw new ScimFault(Fault.VALUE_WRONG, name);
        }
        return line;
    }

    private static Optional<String> name(ObjectNode document, Optional<String> known) {
        var parts = document.path("name");
        var whole = line(document, "displayName").filter(name -> !known.equals(Optional.of(name)));
        return whole.or(() -> line(parts, "formatted").filter(name -> !known.equals(Optional.of(name))))
                .or(() -> line(parts, "familyName")
                        .flatMap(family -> line(parts, "givenName").map(given -> joined(family, given))))
                .or(() -> known);
    }

    /** A Chinese name is written in one, the family first. */
    private static String joined(String family, String given) {
        var chinese = (family + given)
                .codePoints()
                .allMatch(character -> Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN);
        return chinese ? family + given : given + " " + family;
    }

    private static Employment employment(String word) {
        for (var employment : Employment.values()) {
            if (employment.name().equalsIgnoreCase(word)) {
                return employment;
            }
        }
        throw new ScimFault(Fault.VALUE_WRONG, "userType");
    }

    private static String phone(JsonNode numbers) {
        String primary = "";
        String mobile = "";
        String first = "";
        for (var one : numbers) {
            var value = line(one, "value").orElse("");
            first = first.isEmpty() ? value : first;
            if (Json.text(one, "type")
                    .filter(UserResource.PHONE_TYPE::equalsIgnoreCase)
                    .isPresent()) {
                mobile = value;
            }
            if (one.path("primary").asBoolean(false)) {
                primary = value;
            }
        }
        if (!primary.isEmpty()) {
            return primary;
        }
        return mobile.isEmpty() ? first : mobile;
    }
}
