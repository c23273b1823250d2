package cn.lianxin.platform.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Which addresses a call may go to. The name is asked once, and the very addresses that were looked at are connected to:
 * a name that answers differently a moment later changes nothing.
 */
final class Guard {

    /** The name stands for an address that calls must not go to. */
    static final class Forbidden extends Exception {}

    private final DnsResolver names;
    private final AllowedDestinations allowed;

    Guard(DnsResolver names, AllowedDestinations allowed) {
        this.names = names;
        this.allowed = allowed;
    }

    /** One forbidden address among several forbids them all: an honest name has none. */
    List<InetAddress> addressesOf(Destination to) throws UnknownHostException, Forbidden {
        var addresses = List.of(names.resolve(to.host()));
        for (var address : addresses) {
            var open = to.encrypted() && to.port() == 443 && PublicAddresses.has(address);
            if (!open && !allowed.allow(to, address)) {
                throw new Forbidden();
            }
        }
        return addresses;
    }
}
