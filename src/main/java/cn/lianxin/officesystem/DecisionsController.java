package cn.lianxin.officesystem;

import cn.lianxin.newsroom.WaitingForOffice;
import cn.lianxin.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an office system asks what waits, and says what was decided. Only the signature counts here, no session and no token. */
@Controller
@RequestMapping("/api/office")
class DecisionsController {

    static final String KEY = "Lianxin-Key";
    static final String TIMESTAMP = "Lianxin-Timestamp";
    static final String SIGNATURE = "Lianxin-Signature";
    static final String REPLAYED = "Lianxin-Replayed";

    private static final int LARGEST = 16 * 1024;
    private static final int MOST = 200;

    private final OfficeKeys keys;
    private final CarryingDecisions carrying;
    private final WaitingForOffice waiting;
    private final Problems problems;
    private final Clock clock;

    DecisionsController(
            OfficeKeys keys, CarryingDecisions carrying, WaitingForOffice waiting, Problems problems, Clock clock) {
        this.keys = keys;
        this.carrying = carrying;
        this.waiting = waiting;
        this.problems = problems;
        this.clock = clock;
    }

    @PostMapping("/decisions")
    ResponseEntity<?> decide(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return problems.answer(request, HttpStatus.CONTENT_TOO_LARGE, "office-large");
        }
        var key = signer(request, body);
        if (key.isEmpty()) {
            return problems.answer(request, HttpStatus.UNAUTHORIZED, "office-signature");
        }
        if (isOld(request)) {
            return problems.answer(request, HttpStatus.UNAUTHORIZED, "office-time");
        }
        var done = carrying.carry(Callback.of(body), key.get());
        var answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
        return (done.again() ? answer.header(REPLAYED, "true") : answer).body(said(done));
    }

    @GetMapping("/waiting")
    ResponseEntity<?> waiting(@RequestParam(defaultValue = "0") long after, HttpServletRequest request) {
        var key = signer(request, Long.toString(after).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        if (key.isEmpty()) {
            return problems.answer(request, HttpStatus.UNAUTHORIZED, "office-signature");
        }
        if (isOld(request)) {
            return problems.answer(request, HttpStatus.UNAUTHORIZED, "office-time");
        }
        List<Map<String, Object>> items = waiting.below(key.get().unit(), after, MOST).stream()
                .map(DecisionsController::said)
                .toList();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Map.of("items", items));
    }

    /** The key by which it is signed; the same answer for a wrong signature, an unknown key and one that is not valid. */
    private Optional<OfficeKey> signer(HttpServletRequest request, byte[] body) {
        var named = header(request, KEY);
        if (!named.matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return keys.valid(Long.parseLong(named))
                .filter(key -> OfficeSignature.fits(
                        header(request, SIGNATURE), header(request, TIMESTAMP), body, keys.secretOf(key)));
    }

    /** Only after the signature was right, so that nobody without a key learns what the time is here. */
    private boolean isOld(HttpServletRequest request) {
        var timestamp = header(request, TIMESTAMP);
        if (!timestamp.matches("[0-9]{1,12}")) {
            return true;
        }
        var signed = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(signed, clock.instant()).abs().compareTo(CarryingDecisions.WINDOW) > 0;
    }

    private static String header(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }

    private static Map<String, Object> said(CarryingDecisions.Done done) {
        var decision = done.callback().decision();
        var said = new LinkedHashMap<String, Object>();
        said.put("id", done.callback().id());
        said.put("article", decision.article());
        said.put("stage", decision.stage());
        said.put("decision", decision.passes() ? "pass" : "send-back");
        said.put("result", "done");
        said.put(
                "at",
                done.at().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString());
        return said;
    }

    private static Map<String, Object> said(WaitingForOffice.Waiting one) {
        var said = new LinkedHashMap<String, Object>();
        said.put("article", one.article());
        said.put("digest", one.digest());
        said.put("stage", one.stage());
        said.put("role", one.role().name());
        said.put(
                "since",
                one.since().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString());
        return said;
    }
}
