package cn.lianxin.platform.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses that begin with the same bits, written as {@code 10.20.0.0/16} or {@code fd00::/8}. */
record Network(byte[] first, int bits) {

    static Network of(String text) {
        var parts = text.split("/", 2);
        if (!parts[0].matches("[0-9]+(\\.[0-9]+){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            throw new IllegalArgumentException("not a network: " + text);
        }
        try {
            var address = InetAddress.getByName(parts[0]).getAddress();
            var bits = parts.length == 1 ? address.length * 8 : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > address.length * 8) {
                throw new IllegalArgumentException("not a network: " + text);
            }
            return new Network(address, bits);
        } catch (UnknownHostException | NumberFormatException unclear) {
            throw new IllegalArgumentException("not a network: " + text, unclear);
        }
    }

    boolean has(InetAddress address) {
        var bytes = address.getAddress();
        if (bytes.length != first.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit++) {
            var mask = 0x80 >> bit % 8;
            if ((bytes[bit / 8] & mask) != (first[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
