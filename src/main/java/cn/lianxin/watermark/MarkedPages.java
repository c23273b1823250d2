package cn.lianxin.watermark;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.Reader;
import cn.lianxin.platform.audit.ReadingRecorded;
import cn.lianxin.platform.web.PageWatermark;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** A page is marked by the same reading that is written down for whoever it is about, so that none is forgotten. */
@Component
class MarkedPages implements PageWatermark {

    private static final String MARK = MarkedPages.class.getName();
    private static final String PERSON = "person:";
    private static final int TAIL = 4;

    private final Watermarks watermarks;
    private final Directory directory;

    MarkedPages(Watermarks watermarks, Directory directory) {
        this.watermarks = watermarks;
        this.directory = directory;
    }

    /** In the transaction of the reading: where no mark can be kept, nothing is shown. */
    @EventListener
    void mark(ReadingRecorded recorded) {
        var reader = recorded.reader();
        if (recorded.door().isPage()
                && reader.key().startsWith(PERSON)
                && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            attributes
                    .getRequest()
                    .setAttribute(MARK, watermarks.of(bearer(reader)).id());
        }
    }

    private Watermarks.Bearer bearer(Reader reader) {
        var person = new PersonId(Long.parseLong(reader.key().substring(PERSON.length())));
        var number = directory.person(person).staffNumber();
        return new Watermarks.Bearer(
                reader.key(),
                reader.name(),
                reader.unit(),
                reader.title(),
                number.substring(Math.max(0, number.length() - TAIL)));
    }

    @Override
    public Optional<String> styleFor(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(MARK)).map(mark -> "/watermarks/" + mark + "/page.css");
    }
}
