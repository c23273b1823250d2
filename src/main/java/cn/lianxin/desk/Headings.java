package cn.lianxin.desk;

import cn.lianxin.concern.ConcernFilter;
import cn.lianxin.concern.ConcernFilter.Within;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.promise.Matters;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says in words which rows a list holds. */
@Component
class Headings {

    private final Directory directory;
    private final Matters matters;

    Headings(Directory directory, Matters matters) {
        this.directory = directory;
        this.matters = matters;
    }

    /** What the filter links do not show: units, matter, days, and how it stands with the promise. */
    record Heading(ConcernFilter filter, Optional<String> raisedIn, Optional<String> answeredBy, Matters matters) {

        /** Empty where none of these narrows the list. */
        String sentence(Screen screen) {
            return Stream.of(
                            raisedIn.map(unit -> screen.say("behind.raised-in", unit)),
                            answeredBy.map(unit -> screen.say("behind.answered-by", unit)),
                            filter.matter()
                                    .filter(matters::knows)
                                    .map(code -> code + " "
                                            + matters.get(code)
                                                    .name(screen.words().chinese())),
                            filter.filedFrom().map(day -> screen.say("behind.from", screen.day(day))),
                            filter.filedUntil().map(day -> screen.say("behind.until", screen.day(day))),
                            filter.due() == ConcernFilter.Due.ANY
                                    ? Optional.<String>empty()
                                    : Optional.of(screen.say(filter.due())))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(" · "));
        }
    }

    Heading of(Listing listing) {
        var filter = Narrowing.filter(listing.narrowing());
        return new Heading(
                filter, filter.raisedIn().map(this::name), filter.answeredBy().map(this::name), matters);
    }

    private String name(Within within) {
        return directory.unit(within.unit()).name();
    }
}
