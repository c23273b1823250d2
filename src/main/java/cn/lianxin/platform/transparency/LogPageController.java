package cn.lianxin.platform.transparency;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.note.Checkpoint;
import cn.lianxin.platform.note.TrustPolicy;
import cn.lianxin.platform.web.CurrentActor;
import cn.lianxin.platform.web.DisplayOverride;
import cn.lianxin.platform.web.QrPicture;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the log is for, in plain words; how it stands; and the sheet for the board at the pit head. */
@Controller
class LogPageController {

    /**
     * How the log stands.
     *
     * @param note the newest checkpoint as it was signed
     * @param witnesses who have countersigned it
     * @param stopped whether nothing is signed any more
     */
    record Standing(
            Optional<Checkpoint> point,
            String note,
            Optional<Instant> at,
            List<String> keys,
            List<String> witnesses,
            boolean stopped) {}

    private final Checkpoints checkpoints;
    private final LogKeys keys;
    private final Policy policy;
    private final Signing signing;

    LogPageController(Checkpoints checkpoints, LogKeys keys, Policy policy, Signing signing) {
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.policy = policy;
        this.signing = signing;
    }

    @GetMapping("/log")
    ModelAndView show() {
        return new ModelAndView("platform/transparency/log").addObject("standing", standing());
    }

    @GetMapping("/log/board")
    ModelAndView board() {
        var standing = standing();
        return new ModelAndView("platform/transparency/board")
                .addObject("standing", standing)
                .addObject("qr", standing.note().isEmpty() ? null : QrPicture.of(standing.note()));
    }

    /**
     * Reads what a printed sheet carries. A phone keeps it for where there is no network, so it is the same for everybody, whoever is
     * signed in.
     */
    @GetMapping("/log/paper")
    ModelAndView paper(
            @RequestParam @Nullable String language,
            @RequestParam(defaultValue = "") String senior,
            HttpServletRequest request) {
        if (language != null) {
            CurrentActor.set(request, new Actor.Visitor());
            DisplayOverride.language(language, request);
        }
        if (senior.equals("on")) {
            DisplayOverride.senior(request);
        }
        return new ModelAndView("platform/transparency/paper").addObject("standing", standing());
    }

    private Standing standing() {
        var newest = checkpoints.newest();
        return new Standing(
                newest.map(signed -> Checkpoint.parse(signed.note().text())),
                newest.map(signed -> signed.note().toString()).orElse(""),
                newest.map(Checkpoints.Signed::at),
                newest.isEmpty()
                        ? List.of()
                        : keys.verifiers().stream().map(Object::toString).toList(),
                newest
                        .map(signed -> signed.note()
                                .signedBy(policy.witnesses().stream()
                                        .map(TrustPolicy.Known::key)
                                        .toList()))
                        .orElse(List.of())
                        .stream()
                        .map(key -> key.name())
                        .toList(),
                signing.stopped().isPresent());
    }
}
