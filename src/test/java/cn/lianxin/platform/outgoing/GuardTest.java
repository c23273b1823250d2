package cn.lianxin.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

    /** A name server of a few names; numbers are what they are. */
    private record Names(Map<String, List<String>> known) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            var numbers = known.getOrDefault(host, List.of(host));
            var addresses = new InetAddress[numbers.size()];
            for (var i = 0; i < addresses.length; i++) {
                if (!numbers.get(i).matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
                    throw new UnknownHostException(host);
                }
                addresses[i] = InetAddress.getByName(numbers.get(i));
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "[::]",
                "[::1]",
                "[::127.0.0.1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::ffff:10.0.0.1]",
                "[::ffff:0:127.0.0.1]",
                "[64:ff9b::127.0.0.1]",
                "[64:ff9b::a9fe:a9fe]",
                "[64:ff9b:1::1]",
                "[100::1]",
                "[2001::1]",
                "[2001:db8::1]",
                "[2002:7f00:1::]",
                "[3fff::1]",
                "[5f00::1]",
                "[fc00::1]",
                "[fd00:ec2::254]",
                "[fe80::1]",
                "[fec0::1]",
                "[ff02::1]"
            })
    void what_is_special_is_forbidden_by_its_number_and_by_a_name_for_it(String number) {
        var guard = guard(Map.of("rebound.example", List.of(number.replaceAll("[\\[\\]]", ""))));

        assertThatThrownBy(() -> guard.addressesOf(Destination.of("https://" + number + "/", "url")))
                .isInstanceOf(Guard.Forbidden.class);
        assertThatThrownBy(() -> guard.addressesOf(Destination.of("https://rebound.example/", "url")))
                .isInstanceOf(Guard.Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "172.32.0.1", "100.128.0.1", "[2606:4700::1111]", "[2400:3200::1]"})
    void what_is_somebody_elses_in_the_open_is_allowed_encrypted_and_at_its_own_port(String number) throws Exception {
        var guard = guard(Map.of());

        assertThat(guard.addressesOf(Destination.of("https://" + number + "/", "url")))
                .hasSize(1);
        assertThatThrownBy(() -> guard.addressesOf(Destination.of("http://" + number + "/", "url")))
                .isInstanceOf(Guard.Forbidden.class);
        assertThatThrownBy(() -> guard.addressesOf(Destination.of("https://" + number + ":22/", "url")))
                .isInstanceOf(Guard.Forbidden.class);
    }

    @Test
    void this_machine_is_forbidden_by_whatever_address_it_has() throws Exception {
        var own = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .toList();

        assertThat(own).isNotEmpty();
        assertThat(own)
                .allSatisfy(
                        address -> assertThat(PublicAddresses.isOurs(address)).isTrue());
        assertThat(own)
                .allSatisfy(address -> assertThat(PublicAddresses.has(address)).isFalse());
    }

    @Test
    void one_forbidden_address_among_several_forbids_them_all() {
        var guard = guard(Map.of("mixed.example", List.of("1.1.1.1", "127.0.0.1")));

        assertThatThrownBy(() -> guard.addressesOf(Destination.of("https://mixed.example/", "url")))
                .isInstanceOf(Guard.Forbidden.class);
    }

    @Test
    void a_network_of_the_settings_is_allowed_at_its_ports_and_in_clear() throws Exception {
        var guard = guard(Map.of(), "10.20.0.0/16:8080", "192.168.7.0/24", "[fd00:7::/32]:*");

        assertThat(allows(guard, "http://10.20.3.4:8080/")).isTrue();
        assertThat(allows(guard, "https://10.20.3.4/")).isFalse();
        assertThat(allows(guard, "http://10.21.3.4:8080/")).isFalse();
        assertThat(allows(guard, "http://192.168.7.9/")).isTrue();
        assertThat(allows(guard, "https://192.168.7.9/")).isTrue();
        assertThat(allows(guard, "http://192.168.7.9:8080/")).isFalse();
        assertThat(allows(guard, "http://[fd00:7::1]:9999/")).isTrue();
        assertThat(allows(guard, "http://[fd00:8::1]:9999/")).isFalse();
    }

    @Test
    void a_name_of_the_settings_may_be_private_but_never_this_machine_or_its_neighbours() throws Exception {
        var names = Map.of(
                "sms.mine.example", List.of("10.1.2.3"),
                "turned.mine.example", List.of("127.0.0.1"),
                "metadata.mine.example", List.of("169.254.169.254"),
                "other.mine.example", List.of("10.1.2.3"));
        var guard = guard(names, "sms.mine.example:8080", "turned.mine.example", "metadata.mine.example");

        assertThat(allows(guard, "http://sms.mine.example:8080/")).isTrue();
        assertThat(allows(guard, "http://sms.mine.example/")).isFalse();
        assertThat(allows(guard, "http://turned.mine.example/")).isFalse();
        assertThat(allows(guard, "http://metadata.mine.example/")).isFalse();
        assertThat(allows(guard, "http://other.mine.example:8080/")).isFalse();
        assertThat(allows(guard, "http://10.1.2.3:8080/")).isFalse();
    }

    @Test
    void a_setting_that_is_unclear_stops_the_start() {
        for (var unclear : List.of("10.0.0.0/33", "10.0.0/8/8", "fd00::/8", "host:port", "", "1.2.3.4.5/8")) {
            assertThatThrownBy(() -> new AllowedDestinations(List.of(unclear)))
                    .as(unclear)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static boolean allows(Guard guard, String address) throws UnknownHostException {
        try {
            return !guard.addressesOf(Destination.of(address, "url")).isEmpty();
        } catch (Guard.Forbidden forbidden) {
            return false;
        }
    }

    private static Guard guard(Map<String, List<String>> names, String... allowed) {
        return new Guard(new Names(names), new AllowedDestinations(List.of(allowed)));
    }
}
