package cn.lianxin.platform.emergency;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One way to speak of a danger: the thing, what is wrong with it, and at most so much between them. */
record Sign(Pattern words, Weight weight) {

    /** What stands between them is part of what is shown to the desk; where it denies the danger, there is none. */
    Stream<String> in(Told told) {
        return words.matcher(told.sentence())
                .results()
                .filter(match -> told.isMeant(match.start(), match.end(), weight))
                .filter(match -> match.groupCount() == 0 || match.start(1) < 0 || !told.isDenied(match.start(1)))
                .map(match -> match.group());
    }
}
