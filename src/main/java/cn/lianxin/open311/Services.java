package cn.lianxin.open311;

import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.Reporter;
import cn.lianxin.open311.Part.Fields;
import cn.lianxin.open311.Part.Items;
import cn.lianxin.open311.RequestFault.Fault;
import cn.lianxin.organization.Directory;
import cn.lianxin.promise.Matter;
import cn.lianxin.promise.Matters;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The matters as services, and what is asked with each. */
@Component
class Services {

    static final String UNIT = "unit";
    static final String KIND = "kind";
    static final String MODE = "mode";

    private final Matters matters;
    private final Directory directory;
    private final Sentences sentences;

    Services(Matters matters, Directory directory, Sentences sentences) {
        this.matters = matters;
        this.directory = directory;
        this.sentences = sentences;
    }

    Answer list(Locale language) {
        return new Answer(
                "services",
                new Items(
                        "service",
                        matters.all().stream()
                                .map(matter -> service(matter, language))
                                .toList()));
    }

    Answer definition(String code, Locale language) {
        var matter = get(code);
        var attributes = new ArrayList<Fields>();
        attributes.add(attribute(
                UNIT, true, 1, values(directory.mines().stream().map(it -> value(it.code(), it.name()))), language));
        if (!isWithheld(matter)) {
            attributes.add(attribute(
                    KIND, false, 2, values(kinds().map(it -> value(it.name(), name(it, language)))), language));
        }
        attributes.add(attribute(
                MODE,
                false,
                attributes.size() + 1,
                values(Stream.of(Reporter.Mode.values()).map(it -> value(it.name(), name(it, language)))),
                language));
        return new Answer(
                "service_definition",
                Fields.none()
                        .with("service_code", matter.code())
                        .with("attributes", new Items("attribute", attributes)));
    }

    /** @throws RequestFault 404 where no service has this code */
    Matter get(String code) {
        if (!matters.knows(code)) {
            throw new RequestFault(Fault.notThere("service-unknown", code));
        }
        return matters.get(code);
    }

    boolean knows(String code) {
        return matters.knows(code);
    }

    /** A report of wrongdoing is taken, and nothing of it is ever told by this interface. */
    static boolean isWithheld(Matter matter) {
        return matter.grade().restricted();
    }

    /** What a worker may want; reports of wrongdoing have services of their own. */
    static Stream<ConcernKind> kinds() {
        return Stream.of(ConcernKind.values()).filter(kind -> kind != ConcernKind.REPORT);
    }

    private Fields service(Matter matter, Locale language) {
        var chinese = Sentences.chinese(language);
        var keywords = String.join(", ", matter.keywords());
        return Fields.none()
                .with("service_code", matter.code())
                .with("service_name", matter.name(chinese))
                .with("description", sentences.say(language, "open311.service.description", keywords, matter.lead()))
                .with("metadata", true)
                .with("type", isWithheld(matter) ? "blackbox" : "realtime")
                .with("keywords", keywords)
                .with("group", matter.areaName(chinese));
    }

    private Fields attribute(String code, boolean required, int order, Items values, Locale language) {
        return Fields.none()
                .with("variable", true)
                .with("code", code)
                .with("datatype", "singlevaluelist")
                .with("required", required)
                .with("datatype_description", sentences.say(language, "open311.attribute.choose"))
                .with("order", order)
                .with("description", sentences.say(language, "open311.attribute." + code))
                .with("values", values);
    }

    private String name(Enum<?> constant, Locale language) {
        return sentences.say(
                language, "open311." + constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    private static Items values(Stream<Fields> values) {
        return new Items("value", values.toList());
    }

    private static Fields value(String key, String name) {
        return Fields.none().with("key", key).with("name", name);
    }
}
