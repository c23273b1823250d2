package cn.lianxin.platform.outgoing;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses belong to somebody else in the open internet. IPv4 all but the special ones; IPv6 only what is given
 * out to networks (2000::/3), so mapped, translated and tunnelled addresses, which hide an IPv4 one, are out.
 */
final class PublicAddresses {

    private static final List<Network> SPECIAL_4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            // Metadata of a cloud behind an address that looks public.
            "168.63.129.16");
    private static final Network GIVEN_OUT_6 = Network.of("2000::/3");
    private static final List<Network> SPECIAL_6 =
            networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "2620:4f:8000::/48");

    private PublicAddresses() {}

    static boolean has(InetAddress address) {
        var special = address instanceof Inet4Address
                ? SPECIAL_4.stream().anyMatch(network -> network.has(address))
                : !GIVEN_OUT_6.has(address) || SPECIAL_6.stream().anyMatch(network -> network.has(address));
        return !special && !isOurs(address);
    }

    /** Asked each time: a machine's addresses change while it runs. */
    static boolean isOurs(InetAddress address) {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .anyMatch(address::equals);
        } catch (SocketException unknown) {
            return true;
        }
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }
}
