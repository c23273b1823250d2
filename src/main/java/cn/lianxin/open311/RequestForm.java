package cn.lianxin.open311;

import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.Reporter;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.open311.RequestFault.Fault;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.promise.Matter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What POST requests hands in. Telephone, e-mail, names, device and coordinates are not even read: who gives his name does
 * so with a key of his own, and where a telephone was is nobody's business.
 *
 * @param unit empty for the unit of the person whose key it is
 * @param link of {@code media_url}, which is never fetched
 * @param token made up by the client, so that sending again files once
 */
record RequestForm(
        Matter matter,
        ConcernKind kind,
        Reporter.Mode mode,
        Optional<UnitId> unit,
        String place,
        String words,
        Optional<String> link,
        Optional<String> token) {

    private static final int LONGEST_WORDS = 4000;
    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_LINK = 500;
    private static final Pattern ATTRIBUTE = Pattern.compile("attribute\\[([^\\]]*)](?:\\[])?");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{8,100}");

    NewConcern concern(List<UUID> files, String linkIntroduction) {
        return new NewConcern(
                kind,
                matter.code(),
                "",
                link.map(it -> words + "\n" + linkIntroduction + it).orElse(words),
                place,
                mode,
                unit,
                Optional.empty(),
                Channel.APPLICATION,
                files);
    }

    static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    /** Refuses all faults at once. */
    static RequestForm of(
            MultiValueMap<String, String> fields, Services services, Directory directory, Caller.Known caller) {
        return new Reading(fields, services, directory, caller).form();
    }

    private static final class Reading {

        private final MultiValueMap<String, String> fields;
        private final Services services;
        private final Directory directory;
        private final Caller.Known caller;
        private final List<Fault> faults = new ArrayList<>();

        Reading(MultiValueMap<String, String> fields, Services services, Directory directory, Caller.Known caller) {
            this.fields = fields;
            this.services = services;
            this.directory = directory;
            this.caller = caller;
        }

        RequestForm form() {
            var code = field("service_code");
            if (code.isEmpty()) {
                throw new RequestFault(Fault.wrong("service-required"));
            }
            var matter = services.get(code);
            account();
            attributes();
            var form = new RequestForm(matter, kind(matter), mode(), unit(), place(), words(), link(), token());
            if (!faults.isEmpty()) {
                throw new RequestFault(faults);
            }
            return form;
        }

        private String field(String name) {
            return PlainText.line(fields.getFirst(name));
        }

        private Optional<String> attribute(String code) {
            return fields.keySet().stream()
                    .filter(name -> code.equals(codeOf(name)))
                    .map(this::field)
                    .filter(value -> !value.isEmpty())
                    .findFirst();
        }

        private static @Nullable String codeOf(String name) {
            var match = ATTRIBUTE.matcher(name);
            return match.matches() ? match.group(1) : null;
        }

        private void attributes() {
            var known = Set.of(Services.UNIT, Services.KIND, Services.MODE);
            for (var name : fields.keySet()) {
                var code = codeOf(name);
                if (code != null && !known.contains(code)) {
                    faults.add(Fault.wrong("attribute-unknown", PlainText.line(code)));
                }
            }
        }

        /** A person's key speaks for nobody else. Accounts of other systems say nothing to us. */
        private void account() {
            var account = field("account_id");
            if (caller instanceof Caller.Person person
                    && !account.isEmpty()
                    && !account.equals(directory.person(person.actor().person()).staffNumber())) {
                faults.add(Fault.wrong("account-of-another"));
            }
        }

        private ConcernKind kind(Matter matter) {
            if (Services.isWithheld(matter)) {
                return ConcernKind.REPORT;
            }
            return constant(Services.KIND, Services.kinds().toArray(ConcernKind[]::new))
                    .orElseGet(() -> ConcernKind.usualFor(matter.code()));
        }

        private Reporter.Mode mode() {
            var mode = constant(Services.MODE, Reporter.Mode.values());
            return switch (caller) {
                case Caller.Program _ -> {
                    if (mode.isPresent() && mode.get() != Reporter.Mode.ANONYMOUS) {
                        faults.add(Fault.wrong("name-needs-person"));
                    }
                    yield Reporter.Mode.ANONYMOUS;
                }
                case Caller.Person _ -> {
                    if (mode.isPresent() && mode.get() == Reporter.Mode.ANONYMOUS) {
                        faults.add(Fault.wrong("anonymous-needs-program"));
                    }
                    yield mode.orElse(Reporter.Mode.NAMED);
                }
            };
        }

        private <E extends Enum<E>> Optional<E> constant(String code, E[] values) {
            var text = attribute(code);
            var constant = text.flatMap(it -> Arrays.stream(values)
                    .filter(value -> value.name().equals(it))
                    .findFirst());
            if (text.isPresent() && constant.isEmpty()) {
                var possible = Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "));
                faults.add(Fault.wrong("value-unknown", code, possible));
            }
            return constant;
        }

        /** The unit by its code, as attribute or as the id of an address; the only mine there is needs not be named. */
        private Optional<UnitId> unit() {
            var code = attribute(Services.UNIT)
                    .or(() -> Optional.of(field("address_id")).filter(it -> !it.isEmpty()));
            if (code.isPresent()) {
                var unit = code.flatMap(directory::unitByCode).map(UnitCard::id).filter(directory::stands);
                if (unit.isEmpty()) {
                    faults.add(Fault.wrong("unit-unknown", code.get()));
                }
                return unit;
            }
            var mines = directory.mines();
            if (caller instanceof Caller.Person) {
                return Optional.empty();
            }
            if (mines.size() != 1) {
                faults.add(Fault.wrong("unit-required"));
                return Optional.empty();
            }
            return Optional.of(mines.getFirst().id());
        }

        /** The specification wants one of three; of coordinates only that they are some is looked at. */
        private String place() {
            var place = field("address_string");
            var latitude = field("lat");
            var longitude = field("long");
            if (place.isEmpty() && field("address_id").isEmpty() && (latitude.isEmpty() || longitude.isEmpty())) {
                faults.add(Fault.wrong("location-required"));
            }
            coordinate("lat", latitude, 90);
            coordinate("long", longitude, 180);
            if (PlainText.lengthOf(place) > LONGEST_PLACE) {
                faults.add(Fault.wrong("place-too-long", LONGEST_PLACE));
            }
            return place;
        }

        private void coordinate(String name, String text, int most) {
            if (!text.isEmpty()
                    && !(text.matches("[+-]?[0-9]{1,3}(\\.[0-9]{1,20})?")
                            && Math.abs(Double.parseDouble(text)) <= most)) {
                faults.add(Fault.wrong("coordinate-unclear", name, most));
            }
        }

        private String words() {
            var words = PlainText.block(fields.getFirst("description"));
            if (words.isBlank()) {
                faults.add(Fault.wrong("description-required"));
            } else if (PlainText.lengthOf(words) > LONGEST_WORDS) {
                faults.add(Fault.wrong("description-too-long", Integer.toString(LONGEST_WORDS)));
            }
            return words;
        }

        private Optional<String> link() {
            var link = Optional.of(field("media_url")).filter(it -> !it.isEmpty());
            if (link.isPresent() && !isWebAddress(link.get())) {
                faults.add(Fault.wrong("link-unclear", LONGEST_LINK));
            }
            return link;
        }

        private static boolean isWebAddress(String text) {
            try {
                var scheme = new URI(text).getScheme();
                return text.length() <= LONGEST_LINK && scheme != null && scheme.matches("(?i)https?");
            } catch (URISyntaxException broken) {
                return false;
            }
        }

        private Optional<String> token() {
            var token = Optional.of(field("token")).filter(it -> !it.isEmpty());
            if (token.isPresent() && !isToken(token.get())) {
                faults.add(Fault.wrong("token-unclear"));
            }
            return token;
        }
    }
}
