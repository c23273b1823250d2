package cn.lianxin.scim;

import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ObjectNode;

/** What this interface can do, and what it says plainly that it cannot. */
@Controller
@RequestMapping(Endpoint.PATH)
@RequiresScope(ApplicationScope.SCIM)
class DiscoveryController {

    private static final String CONFIG = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";
    private static final String RESOURCE_TYPE = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";

    private final Listing listing;

    DiscoveryController(Listing listing) {
        this.listing = listing;
    }

    @GetMapping("/ServiceProviderConfig")
    ResponseEntity<byte[]> config(@RequestParam Map<String, String> parameters, HttpServletRequest request) {
        refuseFilter(parameters);
        var config = Json.object();
        config.putArray("schemas").add(CONFIG);
        config.putObject("patch").put("supported", true);
        config.putObject("bulk").put("supported", false).put("maxOperations", 0).put("maxPayloadSize", 0);
        config.putObject("filter").put("supported", true).put("maxResults", Query.MOST);
        config.putObject("changePassword").put("supported", false);
        config.putObject("sort").put("supported", false);
        config.putObject("etag").put("supported", true);
        config.putArray("authenticationSchemes")
                .addObject()
                .put("type", "oauthbearertoken")
                .put("name", "Bearer")
                .put("description", "A token of an application with the scope scim")
                .put("specUri", "https://www.rfc-editor.org/info/rfc6750")
                .put("primary", true);
        config.putObject("meta")
                .put("resourceType", "ServiceProviderConfig")
                .put("location", Endpoint.of(request).address() + "/ServiceProviderConfig");
        return Message.answer(request, config);
    }

    @GetMapping("/ResourceTypes")
    ResponseEntity<byte[]> types(@RequestParam Map<String, String> parameters, HttpServletRequest request) {
        refuseFilter(parameters);
        var types = Arrays.stream(ResourceKind.values())
                .map(kind -> type(kind, Endpoint.of(request)))
                .toList();
        return Message.answer(request, Listing.list(types.size(), 1, types.stream()));
    }

    @GetMapping("/ResourceTypes/{name}")
    ResponseEntity<byte[]> type(@PathVariable String name, HttpServletRequest request) {
        return Arrays.stream(ResourceKind.values())
                .filter(kind -> kind.label().equals(name))
                .findFirst()
                .map(kind -> Message.answer(request, type(kind, Endpoint.of(request))))
                .orElseThrow(Refusal.NotFound::new);
    }

    @GetMapping("/Schemas")
    ResponseEntity<byte[]> schemas(@RequestParam Map<String, String> parameters, HttpServletRequest request) {
        refuseFilter(parameters);
        var schemas = schemas().stream()
                .map(schema -> located(schema, Endpoint.of(request)))
                .toList();
        return Message.answer(request, Listing.list(schemas.size(), 1, schemas.stream()));
    }

    @GetMapping("/Schemas/{urn}")
    ResponseEntity<byte[]> schema(@PathVariable String urn, HttpServletRequest request) {
        return schemas().stream()
                .filter(schema -> schema.urn().equals(urn))
                .findFirst()
                .map(schema -> Message.answer(request, located(schema, Endpoint.of(request))))
                .orElseThrow(Refusal.NotFound::new);
    }

    @PostMapping("/.search")
    ResponseEntity<byte[]> search(Actor actor, HttpServletRequest request) {
        var list = listing.everything(Query.of(Message.read(request)), Pusher.of(actor), Endpoint.of(request));
        return Message.answer(request, list);
    }

    @PostMapping("/Bulk")
    void bulk() {
        throw new ScimFault(Fault.NOT_DONE_HERE, "/Bulk");
    }

    @GetMapping("/Me")
    void me() {
        throw new ScimFault(Fault.NOT_DONE_HERE, "/Me");
    }

    private static void refuseFilter(Map<String, String> parameters) {
        if (parameters.containsKey("filter")) {
            throw new ScimFault(Fault.FILTER_NOT_HERE);
        }
    }

    private static List<Schema> schemas() {
        return Arrays.stream(ResourceKind.values())
                .flatMap(kind -> Stream.of(kind.core(), kind.extension()))
                .toList();
    }

    private static ObjectNode located(Schema schema, Endpoint endpoint) {
        var definition = schema.definition().deepCopy();
        definition
                .putObject("meta")
                .put("resourceType", "Schema")
                .put("location", endpoint.address() + "/Schemas/" + schema.urn());
        return definition;
    }

    private static ObjectNode type(ResourceKind kind, Endpoint endpoint) {
        var type = Json.object();
        type.putArray("schemas").add(RESOURCE_TYPE);
        type.put("id", kind.label());
        type.put("name", kind.label());
        type.put("description", kind.core().definition().get("description").asString());
        type.put("endpoint", kind.path());
        type.put("schema", kind.core().urn());
        type.putArray("schemaExtensions")
                .addObject()
                .put("schema", kind.extension().urn())
                .put("required", kind == ResourceKind.GROUP);
        type.putObject("meta")
                .put("resourceType", "ResourceType")
                .put("location", endpoint.address() + "/ResourceTypes/" + kind.label());
        return type;
    }
}
