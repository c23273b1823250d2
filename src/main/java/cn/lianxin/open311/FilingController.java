package cn.lianxin.open311;

import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.open311.Part.Fields;
import cn.lianxin.open311.Part.Items;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.web.Screen;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** POST requests, the only way in, and the token that leads to what was filed. */
@Controller
@RequestMapping(Endpoint.PATH)
class FilingController {

    private final FilingRequests filing;
    private final Filings filings;
    private final Services services;
    private final Directory directory;
    private final Jurisdiction jurisdiction;
    private final Sentences sentences;

    FilingController(
            FilingRequests filing,
            Filings filings,
            Services services,
            Directory directory,
            Jurisdiction jurisdiction,
            Sentences sentences) {
        this.filing = filing;
        this.filings = filings;
        this.services = services;
        this.directory = directory;
        this.jurisdiction = jurisdiction;
        this.sentences = sentences;
    }

    @PostMapping({"/requests", "/requests.xml", "/requests.json"})
    @RequiresScope({ApplicationScope.OPEN311, ApplicationScope.CONCERNS})
    ResponseEntity<byte[]> file(
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "media") @Nullable List<MultipartFile> media,
            HttpServletRequest request,
            Locale language) {
        jurisdiction.mustBe(fields.getFirst("jurisdiction_id"));
        if (!(Caller.of(request) instanceof Caller.Known caller)) {
            throw new Refusal.NotAllowed("not-yours");
        }
        var form = RequestForm.of(fields, services, directory, caller);
        var files = media == null ? List.<MultipartFile>of() : media;
        var introduction = sentences.say(language, "open311.link");
        var handover = filing.file(form, files, SentContent.digest(fields, files), introduction, caller);
        return answer(fields(handover, caller, language)).as(Format.of(request));
    }

    @GetMapping({"/tokens/{token:[^.]+}", "/tokens/{token:[^.]+}.xml", "/tokens/{token:[^.]+}.json"})
    ResponseEntity<byte[]> token(
            @PathVariable String token,
            @RequestParam(name = "jurisdiction_id") @Nullable String asked,
            HttpServletRequest request) {
        jurisdiction.mustBe(asked);
        if (!(Caller.of(request) instanceof Caller.Known caller)) {
            throw new Refusal.NotFound();
        }
        var found = filings.withToken(caller, token).orElseThrow(Refusal.NotFound::new);
        var fields = found.withheld()
                ? Fields.none()
                : Fields.none().with("service_request_id", found.number().toString());
        return answer(fields.with("token", token)).as(Format.of(request));
    }

    /** The id or the token, never both; of a report of wrongdoing neither. */
    private Fields fields(Handover handover, Caller.Known caller, Locale language) {
        var filed = handover.filing();
        var fields = Fields.none();
        if (handover.token().isPresent()) {
            fields = fields.with("token", handover.token().get());
        } else if (!filed.withheld()) {
            fields = fields.with("service_request_id", filed.number().toString());
        }
        fields = fields.with("service_notice", notice(handover, caller, language))
                .with("account_id", "");
        return handover.receipt().isPresent()
                ? fields.with("receipt", handover.receipt().get().digits())
                : fields;
    }

    private String notice(Handover handover, Caller.Known caller, Locale language) {
        if (handover.filing().withheld()) {
            return sentences.say(language, "open311.notice.withheld");
        }
        var promise = sentences.say(
                language,
                "open311.notice.promise",
                handover.responsible(),
                LocalDate.ofInstant(handover.replyBy(), Screen.ZONE).toString());
        return promise
                + sentences.say(
                        language,
                        switch (caller) {
                            case Caller.Program _ -> "open311.notice.without-name";
                            case Caller.Person _ -> "open311.notice.of-person";
                        });
    }

    private static Answer answer(Fields request) {
        return new Answer("service_requests", new Items("request", List.of(request)));
    }
}
