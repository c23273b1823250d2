package cn.lianxin.open311;

import cn.lianxin.concern.Extract;
import cn.lianxin.open311.Part.Fields;
import cn.lianxin.open311.Part.Items;
import cn.lianxin.platform.attachment.AttachmentAnswers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** GET requests, one of them, what happened to it, and its files. */
@Controller
@RequestMapping(Endpoint.PATH)
class RequestsController {

    private final ServiceRequests requests;
    private final Services services;
    private final RequestParts parts;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    RequestsController(
            ServiceRequests requests, Services services, RequestParts parts, Jurisdiction jurisdiction, Clock clock) {
        this.requests = requests;
        this.services = services;
        this.parts = parts;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    @GetMapping({"/requests", "/requests.xml", "/requests.json"})
    ResponseEntity<byte[]> list(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request, Locale language) {
        jurisdiction.mustBe(parameters.getFirst("jurisdiction_id"));
        var caller = Caller.of(request);
        var query = RequestQuery.of(parameters, services, clock.instant().truncatedTo(ChronoUnit.MICROS));
        var page = requests.list(query, caller);
        var headers = new HttpHeaders();
        page.next().ifPresent(next -> headers.set(HttpHeaders.LINK, query.link(request, next)));
        var rows = page.rows().stream()
                .map(row -> fields(row, query.extended(), caller, request, language))
                .toList();
        return answer(rows).as(Format.of(request), HttpStatus.OK, headers);
    }

    @GetMapping({"/requests/{id:[^.]+}", "/requests/{id:[^.]+}.xml", "/requests/{id:[^.]+}.json"})
    ResponseEntity<byte[]> one(
            @PathVariable String id,
            @RequestParam(name = "jurisdiction_id") @Nullable String asked,
            @RequestParam(defaultValue = "") String extensions,
            HttpServletRequest request,
            Locale language) {
        jurisdiction.mustBe(asked);
        var caller = Caller.of(request);
        var extract = requests.get(id, caller);
        return answer(List.of(fields(extract, extensions.equals("true"), caller, request, language)))
                .as(Format.of(request));
    }

    @GetMapping({"/requests/{id:[^.]+}/history", "/requests/{id:[^.]+}/history.xml", "/requests/{id:[^.]+}/history.json"
    })
    ResponseEntity<byte[]> history(
            @PathVariable String id,
            @RequestParam(name = "jurisdiction_id") @Nullable String asked,
            HttpServletRequest request,
            Locale language) {
        jurisdiction.mustBe(asked);
        var caller = Caller.of(request);
        var history = requests.history(requests.get(id, caller), caller);
        return new Answer("notes", parts.notes(history, language)).as(Format.of(request));
    }

    @GetMapping("/requests/{id}/media/{file}")
    ResponseEntity<Resource> file(@PathVariable String id, @PathVariable UUID file, HttpServletRequest request) {
        return AttachmentAnswers.answer(requests.file(id, file, Caller.of(request)));
    }

    private Fields fields(
            Extract extract, boolean extended, Caller caller, HttpServletRequest request, Locale language) {
        var endpoint = Endpoint.of(request);
        return extended
                ? parts.extended(extract, requests.history(extract, caller), endpoint, language)
                : parts.request(extract, endpoint, language);
    }

    private static Answer answer(List<Fields> rows) {
        return new Answer("service_requests", new Items("request", rows));
    }
}
