package cn.lianxin.platform.outgoing;

import cn.lianxin.kernel.Refusal;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The machines of the intranet that calls may go to: those who start Lianxin name them in the settings, nobody can in
 * the browser. What is named may be private and speak plain HTTP.
 */
@Component
class AllowedDestinations {

    private static final Pattern ENTRY = Pattern.compile("(\\[[^\\]]+]|[^:\\[\\]]+)(?::([0-9]{1,5}|\\*))?");
    private static final Network PRIVATE_10 = Network.of("10.0.0.0/8");
    private static final Network PRIVATE_172 = Network.of("172.16.0.0/12");
    private static final Network PRIVATE_192 = Network.of("192.168.0.0/16");
    private static final Network PRIVATE_6 = Network.of("fc00::/7");

    /**
     * @param network of addresses; empty where a name stands instead
     * @param port empty for 80 and 443, {@code *} for all
     */
    private record Entry(String name, Optional<Network> network, String port) {

        boolean allows(Destination to, InetAddress address) {
            return allows(to.port())
                    && network.map(it -> it.has(address))
                            .orElseGet(() -> name.equals(to.host()) && mayBeNamed(address));
        }

        private boolean allows(int wanted) {
            return switch (port) {
                case "*" -> true;
                case "" -> wanted == 80 || wanted == 443;
                default -> wanted == Integer.parseInt(port);
            };
        }

        /** Whoever rules the name could point it at this very machine; that takes a network. */
        private static boolean mayBeNamed(InetAddress address) {
            return PublicAddresses.has(address)
                    || !PublicAddresses.isOurs(address)
                            && List.of(PRIVATE_10, PRIVATE_172, PRIVATE_192, PRIVATE_6).stream()
                                    .anyMatch(network -> network.has(address));
        }
    }

    private final List<Entry> entries;

    AllowedDestinations(@Value("${lianxin.outgoing.allowed:}") List<String> entries) {
        this.entries = entries.stream().map(AllowedDestinations::entry).toList();
    }

    boolean allow(Destination to, InetAddress address) {
        return entries.stream().anyMatch(entry -> entry.allows(to, address));
    }

    private static Entry entry(String text) {
        try {
            return read(text);
        } catch (IllegalArgumentException | Refusal.Violation unclear) {
            throw new IllegalArgumentException("lianxin.outgoing.allowed: " + text, unclear);
        }
    }

    private static Entry read(String text) {
        var parts = ENTRY.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(text);
        }
        var written = parts.group(1).replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
        var port = parts.group(2) == null ? "" : parts.group(2);
        if (written.matches("[0-9./]+|[0-9a-f:./]*:[0-9a-f:./]*")) {
            return new Entry("", Optional.of(Network.of(written)), port);
        }
        return new Entry(Destination.of("https://" + written + "/", "").host(), Optional.empty(), port);
    }
}
