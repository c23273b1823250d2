package cn.lianxin.open311;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A request that cannot be carried out as it is, in the two ways that the specification knows besides a wrong key: something
 * named is not there (404), or something is missing or wrong (400). All faults at once.
 */
final class RequestFault extends RuntimeException {

    /** @param code of the sentence {@code open311.fault.<code>} */
    record Fault(HttpStatus status, String code, List<Object> arguments) {
        static Fault wrong(String code, Object... arguments) {
            return new Fault(HttpStatus.BAD_REQUEST, code, List.of(arguments));
        }

        static Fault notThere(String code, Object... arguments) {
            return new Fault(HttpStatus.NOT_FOUND, code, List.of(arguments));
        }
    }

    private final List<Fault> faults;

    RequestFault(List<Fault> faults) {
        super(faults.toString());
        this.faults = List.copyOf(faults);
    }

    RequestFault(Fault fault) {
        this(List.of(fault));
    }

    List<Fault> faults() {
        return faults;
    }
}
