package cn.lianxin.platform.web;

import cn.lianxin.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with a form: each fault stands beside its field and once more in the summary on top. */
public final class Faults {

    /**
     * @param field name of the form field, empty for the form as a whole
     * @param code of the sentence {@code refusal.<code>}
     */
    public record Fault(String field, String code, List<Object> arguments) {
        public String sentence(Screen screen) {
            return screen.say("refusal." + code, arguments.toArray());
        }
    }

    private final List<Fault> faults = new ArrayList<>();

    public static Faults none() {
        return new Faults();
    }

    public static Faults of(Refusal.Violation violation) {
        return none().add(violation);
    }

    public Faults add(Refusal.Violation violation) {
        return add(violation.field(), violation.code(), violation.arguments().toArray());
    }

    public Faults add(String field, String code, Object... arguments) {
        faults.add(new Fault(field, code, List.of(arguments)));
        return this;
    }

    public boolean any() {
        return !faults.isEmpty();
    }

    public List<Fault> all() {
        return List.copyOf(faults);
    }

    /** Every fault of the field: a field of several files has one for each that was refused. */
    public List<Fault> allAt(String field) {
        return faults.stream().filter(fault -> fault.field().equals(field)).toList();
    }

    /** The first fault of the field. */
    public Optional<Fault> at(String field) {
        return faults.stream().filter(fault -> fault.field().equals(field)).findFirst();
    }
}
