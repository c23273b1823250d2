package cn.lianxin.scim;

import java.util.List;

/** A request that cannot be answered as it is; {@link ScimErrors} says so in the form of the RFC. */
class ScimFault extends RuntimeException {

    private final Fault fault;
    private final List<Object> arguments;

    ScimFault(Fault fault, Object... arguments) {
        super(fault + " " + List.of(arguments));
        this.fault = fault;
        this.arguments = List.of(arguments);
    }

    Fault fault() {
        return fault;
    }

    List<Object> arguments() {
        return arguments;
    }
}
