package cn.lianxin.scim;

import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Units. */
@Controller
@RequestMapping(Endpoint.PATH + "/Groups")
@RequiresScope(ApplicationScope.SCIM)
class GroupsController {

    private final ProvisioningUnits provisioning;
    private final Listing listing;

    GroupsController(ProvisioningUnits provisioning, Listing listing) {
        this.provisioning = provisioning;
        this.listing = listing;
    }

    @GetMapping
    ResponseEntity<byte[]> list(@RequestParam Map<String, String> parameters, Actor actor, HttpServletRequest request) {
        var list = listing.groups(Query.of(parameters), Pusher.of(actor), Endpoint.of(request));
        return Message.answer(request, list);
    }

    @PostMapping("/.search")
    ResponseEntity<byte[]> search(Actor actor, HttpServletRequest request) {
        var list = listing.groups(Query.of(Message.read(request)), Pusher.of(actor), Endpoint.of(request));
        return Message.answer(request, list);
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> one(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            Actor actor,
            HttpServletRequest request) {
        return answer(Ids.of(id), parameters, HttpStatus.OK, Pusher.of(actor), request);
    }

    @PostMapping
    ResponseEntity<byte[]> create(
            @RequestParam Map<String, String> parameters, Actor actor, HttpServletRequest request) {
        var pusher = Pusher.of(actor);
        var id = provisioning.create(Document.resource(ResourceKind.GROUP, Message.read(request)), pusher);
        return answer(id, parameters, HttpStatus.CREATED, pusher, request);
    }

    @PutMapping("/{id}")
    ResponseEntity<byte[]> replace(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            Actor actor,
            HttpServletRequest request) {
        var pusher = Pusher.of(actor);
        var document = Document.resource(ResourceKind.GROUP, Message.read(request));
        provisioning.replace(Ids.of(id), document, Version.expected(request), pusher);
        return answer(Ids.of(id), parameters, HttpStatus.OK, pusher, request);
    }

    @PatchMapping("/{id}")
    ResponseEntity<byte[]> patch(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            Actor actor,
            HttpServletRequest request) {
        var pusher = Pusher.of(actor);
        provisioning.patch(Ids.of(id), Patch.of(Message.read(request)), Version.expected(request), pusher);
        return answer(Ids.of(id), parameters, HttpStatus.OK, pusher, request);
    }

    @DeleteMapping("/{id}")
    void delete(@PathVariable String id, Actor actor) {
        listing.unit(Ids.of(id), Pusher.of(actor));
        throw new ScimFault(Fault.UNIT_ENDS_BY_HAND);
    }

    private ResponseEntity<byte[]> answer(
            long id, Map<String, String> parameters, HttpStatus status, Pusher pusher, HttpServletRequest request) {
        var row = listing.unit(id, pusher);
        var resource = listing.resource(row, Query.projection(parameters), Endpoint.of(request));
        return Message.resource(
                request, status, resource, row.version(), Endpoint.of(request).of(ResourceKind.GROUP, id));
    }
}
