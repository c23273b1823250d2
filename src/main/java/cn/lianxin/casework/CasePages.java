package cn.lianxin.casework;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.concern.Uploads;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The page of one concern, and what every step on it answers: back to where it was pressed, or the page with the fault. */
@Component
class CasePages {

    private final ReadingConcerns reading;
    private final Routing routing;
    private final Attachments attachments;
    private final ObjectProvider<WorkerJudgement> judgement;
    private final ObjectProvider<CaseFrame> frames;
    private final ObjectProvider<OwnProof> proofs;

    CasePages(
            ReadingConcerns reading,
            Routing routing,
            Attachments attachments,
            ObjectProvider<WorkerJudgement> judgement,
            ObjectProvider<CaseFrame> frames,
            ObjectProvider<OwnProof> proofs) {
        this.reading = reading;
        this.routing = routing;
        this.attachments = attachments;
        this.judgement = judgement;
        this.frames = frames;
        this.proofs = proofs;
    }

    ModelAndView page(ConcernNumber number, String back, Actor actor) {
        return page(number, back, actor, Faults.none(), Typed.nothing());
    }

    /**
     * Makes a move from the form that was posted.
     *
     * @param form name of the move, by which the page finds its form again
     */
    ModelAndView step(String numberText, String form, HttpServletRequest request, Actor actor, Runnable move) {
        return step(numberText, form, request, new Uploads(List.of(), List.of()), actor, _ -> move.run());
    }

    /** Makes a move to which files belong; those that were good stay with the form, whatever is refused. */
    ModelAndView step(
            String numberText,
            String form,
            HttpServletRequest request,
            @Nullable List<MultipartFile> files,
            Actor actor,
            Consumer<List<UUID>> move) {
        return step(numberText, form, request, Uploads.of(files, kept(request), attachments, actor), actor, move);
    }

    private ModelAndView step(
            String numberText,
            String form,
            HttpServletRequest request,
            Uploads uploads,
            Actor actor,
            Consumer<List<UUID>> move) {
        var number = number(numberText);
        var back = LocalAddress.orHome(parameter(request, "back", "/concerns/" + number));
        try {
            mustBeFresh(number, parameter(request, "version", ""), actor);
            move.accept(uploads.mustBeWhole());
        } catch (Refusal.Violation violation) {
            var page = refused(number, back, actor, uploads.faultsWith(violation), typed(form, request, uploads));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        } catch (Refusal.Conflict conflict) {
            var faults =
                    Faults.none().add("", conflict.code(), conflict.arguments().toArray());
            var page = refused(number, back, actor, faults, typed(form, request, uploads));
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        return LocalAddress.seeOther(back);
    }

    static ConcernNumber number(String text) {
        return ConcernNumber.parse(text).orElseThrow(Refusal.NotFound::new);
    }

    private void mustBeFresh(ConcernNumber number, String version, Actor actor) {
        if (!version.isEmpty() && !version.equals(String.valueOf(reading.versionOf(number, actor)))) {
            throw new Refusal.Conflict("moved-on");
        }
    }

    private ModelAndView refused(ConcernNumber number, String back, Actor actor, Faults faults, Typed typed) {
        return frames.stream()
                .flatMap(frame -> frame.around(number, back, faults, typed, actor).stream())
                .findFirst()
                .orElseGet(() -> page(number, back, actor, faults, typed));
    }

    private ModelAndView page(ConcernNumber number, String back, Actor actor, Faults faults, Typed typed) {
        var file = reading.open(number, Door.PAGE, actor);
        var page = new ModelAndView(file.mine() ? "casework/mine" : "casework/case");
        page.addObject("file", file);
        page.addObject("back", back);
        page.addObject("faults", faults);
        page.addObject("typed", typed);
        if (file.mine()) {
            page.addObject("provable", proofs.stream().anyMatch(room -> room.isThere(number, actor)));
            page.addObject(
                    "given",
                    judgement.stream()
                            .filter(_ -> file.judgeable())
                            .flatMap(room -> room.givenOn(number, actor).stream())
                            .findFirst());
        } else {
            page.addObject("forms", routing.pageFor(file, actor));
        }
        return page;
    }

    private Typed typed(String form, HttpServletRequest request, Uploads uploads) {
        Map<String, String> values = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, all) -> values.put(name, all.length == 0 ? "" : all[0]));
        return new Typed(form, values, uploads.in(attachments));
    }

    private static List<UUID> kept(HttpServletRequest request) {
        var kept = request.getParameterValues("keep");
        try {
            return Stream.of(kept == null ? new String[0] : kept)
                    .map(UUID::fromString)
                    .toList();
        } catch (IllegalArgumentException notOurs) {
            throw new Refusal.Violation("files", "file-gone");
        }
    }

    private static String parameter(HttpServletRequest request, String name, String otherwise) {
        var value = request.getParameter(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
