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

/** People. */
@Controller
@RequestMapping(Endpoint.PATH + "/Users")
@RequiresScope(ApplicationScope.SCIM)
class UsersController {

    private final ProvisioningUsers provisioning;
    private final LeavingGuard guard;
    private final Listing listing;

    UsersController(ProvisioningUsers provisioning, LeavingGuard guard, Listing listing) {
        this.provisioning = provisioning;
        this.guard = guard;
        this.listing = listing;
    }

    @GetMapping
    ResponseEntity<byte[]> list(@RequestParam Map<String, String> parameters, Actor actor, HttpServletRequest request) {
        var list = listing.users(Query.of(parameters), Pusher.of(actor), Endpoint.of(request));
        return Message.answer(request, list);
    }

    @PostMapping("/.search")
    ResponseEntity<byte[]> search(Actor actor, HttpServletRequest request) {
        var list = listing.users(Query.of(Message.read(request)), Pusher.of(actor), Endpoint.of(request));
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
        var id = provisioning.create(Document.resource(ResourceKind.USER, Message.read(request)), pusher);
        return answer(id, parameters, HttpStatus.CREATED, pusher, request);
    }

    @PutMapping("/{id}")
    ResponseEntity<byte[]> replace(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            Actor actor,
            HttpServletRequest request) {
        var pusher = Pusher.of(actor);
        var document = Document.resource(ResourceKind.USER, Message.read(request));
        guarded(() -> provisioning.replace(Ids.of(id), document, Version.expected(request), pusher));
        return answer(Ids.of(id), parameters, HttpStatus.OK, pusher, request);
    }

    @PatchMapping("/{id}")
    ResponseEntity<byte[]> patch(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            Actor actor,
            HttpServletRequest request) {
        var pusher = Pusher.of(actor);
        var patch = Patch.of(Message.read(request));
        guarded(() -> provisioning.patch(Ids.of(id), patch, Version.expected(request), pusher));
        return answer(Ids.of(id), parameters, HttpStatus.OK, pusher, request);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<byte[]> delete(@PathVariable String id, Actor actor, HttpServletRequest request) {
        guarded(() -> provisioning.delete(Ids.of(id), Version.expected(request), Pusher.of(actor)));
        return ResponseEntity.noContent().build();
    }

    /** What was stopped is remembered when the push itself is undone. */
    private void guarded(Runnable push) {
        try {
            push.run();
        } catch (LeavingStopped stopped) {
            guard.remember(stopped);
            throw stopped;
        }
    }

    private ResponseEntity<byte[]> answer(
            long id, Map<String, String> parameters, HttpStatus status, Pusher pusher, HttpServletRequest request) {
        var row = listing.user(id, pusher);
        var resource = listing.resource(row, Query.projection(parameters), Endpoint.of(request));
        return Message.resource(
                request, status, resource, row.version(), Endpoint.of(request).of(ResourceKind.USER, id));
    }
}
