package cn.lianxin.api.concern;

import static cn.lianxin.application.ApplicationScope.CONCERNS;
import static cn.lianxin.application.ApplicationScope.RECEIPTS;

import cn.lianxin.api.document.FromQuery;
import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.PageCursor;
import cn.lianxin.api.document.Rows;
import cn.lianxin.api.document.Topic;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.platform.audit.Reading;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.platform.web.Screens;
import cn.lianxin.readers.SeeingReaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who has read a protected concern, for whoever raised it. */
@RestController
class ReadersController {

    /** @param lines also who has seen no more than its title in a list */
    record Wanted(Optional<Boolean> lines, Optional<String> after) {}

    /**
     * One reading.
     *
     * @param program a program read it, and not a person
     * @param title of the post that the reader had that day, empty where he had none
     * @param unit of that post, by name
     * @param inPlaceOf for whom he stood in, by name; else empty
     * @param named the reporter's name stood there, though it is not for all
     */
    record ReadingItem(
            String name,
            boolean program,
            String title,
            String unit,
            List<Role> roles,
            String inPlaceOf,
            Door door,
            String doorInWords,
            boolean named,
            Instant at) {

        static ReadingItem of(Reading reading, Screen screen) {
            var reader = reading.reader();
            return new ReadingItem(
                    reader.name(),
                    reader.isProgram(),
                    reader.title(),
                    reader.unit(),
                    reader.roles(),
                    reading.inPlaceOf(),
                    reading.door(),
                    screen.say(reading.door()),
                    reading.named(),
                    reading.at());
        }
    }

    private final SeeingReaders seeing;
    private final Screens screens;

    ReadersController(SeeingReaders seeing, Screens screens) {
        this.seeing = seeing;
        this.screens = screens;
    }

    @GetMapping("/api/v1/concerns/{number}/readers")
    @Operation(Topic.SPEAKING)
    @RequiresScope({CONCERNS, RECEIPTS})
    Rows<ReadingItem> listReaders(
            @PathVariable String number,
            @FromQuery Wanted wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor) {
        var after =
                PageCursor.read(wanted.after(), inner -> Optional.of(inner).filter(it -> it.matches("[0-9]{1,18}")));
        var screen = screens.of(request);
        var page = seeing.of(Moves.number(number), wanted.lines().orElse(false), after, actor);
        return Rows.of(page, reading -> ReadingItem.of(reading, screen), request, response);
    }
}
