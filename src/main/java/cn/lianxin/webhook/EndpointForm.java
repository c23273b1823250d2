package cn.lianxin.webhook;

import java.util.Set;

/** What an administrator typed of an endpoint. */
record EndpointForm(String name, long unit, String url, Set<EventKind> kinds) {

    static EndpointForm empty() {
        return new EndpointForm("", 0, "https://", Set.of());
    }
}
