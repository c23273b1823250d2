package cn.lianxin.administration;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Puts names and staff numbers for the {@code person:12} and {@code unit:3} of the logs, all of one page at once. */
@Component
class KeyNames {

    private static final Pattern KEY = Pattern.compile("\\b(person|unit):([0-9]{1,18})\\b");

    /** What the keys of some texts are called. */
    record Known(Map<String, String> names) {

        /** The text with names; a key that stands for nobody stays. */
        String in(String text) {
            return KEY.matcher(text)
                    .replaceAll(key -> Matcher.quoteReplacement(names.getOrDefault(key.group(), key.group())));
        }
    }

    private final Directory directory;

    KeyNames(Directory directory) {
        this.directory = directory;
    }

    static String key(PersonId person) {
        return "person:" + person.value();
    }

    Known of(Collection<String> texts) {
        var names = new HashMap<String, String>();
        directory
                .personNames(ids(texts, "person", PersonId::new))
                .forEach((person, name) -> names.put(
                        key(person), name + " " + directory.person(person).staffNumber()));
        directory
                .unitNames(ids(texts, "unit", UnitId::new))
                .forEach((unit, name) -> names.put("unit:" + unit.value(), name));
        return new Known(Map.copyOf(names));
    }

    private static <T> Collection<T> ids(Collection<String> texts, String kind, Function<Long, T> id) {
        return texts.stream()
                .flatMap(text -> KEY.matcher(text).results())
                .filter(key -> key.group(1).equals(kind))
                .map((MatchResult key) -> id.apply(Long.parseLong(key.group(2))))
                .distinct()
                .toList();
    }
}
