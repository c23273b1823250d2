package cn.lianxin.api.concern;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.platform.attachment.AttachmentId;
import cn.lianxin.platform.attachment.Attachments;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** What every move needs: which concern, whether it still is as it was read, which units and files are meant. */
@Component
class Moves {

    private final ReadingConcerns reading;
    private final Directory directory;
    private final Attachments attachments;

    Moves(ReadingConcerns reading, Directory directory, Attachments attachments) {
        this.reading = reading;
        this.directory = directory;
        this.attachments = attachments;
    }

    static ConcernNumber number(String text) {
        return ConcernNumber.parse(text).orElseThrow(Refusal.NotFound::new);
    }

    /** A caller who says which version he read is refused where there is another by now. */
    ConcernNumber fresh(String text, HttpServletRequest request, Actor by) {
        var number = number(text);
        var read = request.getHeader(HttpHeaders.IF_MATCH);
        if (read != null && !read.equals(tag(reading.versionOf(number, by)))) {
            throw new Refusal.Conflict("moved-on");
        }
        return number;
    }

    static String tag(int version) {
        return "\"" + version + "\"";
    }

    UnitId unit(String field, String code) {
        return directory
                .unitByCode(code.strip())
                .map(UnitCard::id)
                .filter(directory::stands)
                .orElseThrow(() -> new Refusal.Violation(field, "unit-code-unknown"));
    }

    Set<UnitId> units(String field, Collection<String> codes) {
        return codes.stream().map(code -> unit(field, code)).collect(Collectors.toSet());
    }

    /** Files that were sent before and belong to nothing yet. */
    List<UUID> waiting(List<UUID> files) {
        var distinct = files.stream().distinct().toList();
        attachments.mustWait(distinct.stream().map(AttachmentId::new).toList());
        return distinct;
    }
}
