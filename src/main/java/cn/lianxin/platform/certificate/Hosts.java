package cn.lianxin.platform.certificate;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What this installation answers to: what it was told, where it listens, and always the machine itself. */
@Component
class Hosts {

    static final List<Host> THE_MACHINE_ITSELF = List.of(Host.of("localhost"), Host.of("127.0.0.1"), Host.of("::1"));

    private final String told;
    private final String listens;

    Hosts(@Value("${lianxin.hosts:}") String told, @Value("${server.address:127.0.0.1}") String listens) {
        this.told = told;
        this.listens = listens;
    }

    /** What somebody said; the order is his. */
    List<Host> told() {
        return Arrays.stream(told.split(","))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .map(Host::of)
                .toList();
    }

    /** What somebody said, and where it listens if that is a name: a certificate without these would be refused. */
    SortedSet<Host> named() {
        var hosts = new TreeSet<>(told());
        var listening = Host.of(listens);
        if (!listening.isAddress() && !listening.isLoopback()) {
            hosts.add(listening);
        }
        return hosts;
    }

    /** Looked up each time: addresses come and go. */
    SortedSet<Host> all() {
        var hosts = new TreeSet<>(named());
        hosts.addAll(THE_MACHINE_ITSELF);
        try {
            var address = InetAddress.getByName(listens);
            if (address.isAnyLocalAddress()) {
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(java.net.Inet4Address.class::isInstance)
                        .filter(own -> !own.isLinkLocalAddress() && !own.isLoopbackAddress())
                        .map(Host::of)
                        .forEach(hosts::add);
            } else {
                hosts.add(Host.of(listens));
            }
        } catch (UnknownHostException | SocketException unknown) {
            // The server itself says so when it cannot listen there.
        }
        return hosts;
    }

    /** The one to print on paper: what somebody said first, else the first that other machines reach. */
    Host first() {
        return told().stream()
                .findFirst()
                .or(() -> all().stream().filter(host -> !host.isLoopback()).findFirst())
                .orElse(THE_MACHINE_ITSELF.getFirst());
    }
}
