package cn.lianxin.platform.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A line below the head line that concerns whoever looks, on every page.
 *
 * @param arguments of the sentence; moments are said in the language of the reader
 * @param way what he can do about it
 */
public record HeadMark(String key, List<Object> arguments, Optional<Way> way) {

    /** @param address to which a button posts */
    public record Way(String address, String key) {}

    public String sentence(Screen screen) {
        return screen.say(
                key,
                arguments.stream()
                        .map(one -> one instanceof Instant moment ? screen.moment(moment) : one)
                        .toArray());
    }
}
