package cn.lianxin.platform.certificate;

import java.net.IDN;
import java.net.InetAddress;
import java.util.Locale;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;

/**
 * What people type in the browser before the port: a name of the network, or an address.
 *
 * @param text as a certificate holds it: small letters, other scripts than Latin in their ASCII form, addresses in the
 *     one way to write them
 */
record Host(String text) implements Comparable<Host> {

    private static final String NAME = "[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*";
    private static final String SHORTENED_ADDRESS = "[0-9]+(\\.[0-9]+){0,2}";
    private static final int LONGEST_NAME = 253;

    /** Refuses what is neither a name nor an address. */
    static Host of(String typed) {
        var text = typed.strip().replaceAll("^\\[(.*)]$", "$1").replaceAll("\\.$", "");
        try {
            if (text.matches(SHORTENED_ADDRESS)) {
                throw new CertificateTrouble("host-unclear", typed);
            }
            return of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException name) {
            return named(typed, text);
        }
    }

    static Host of(InetAddress address) {
        return new Host(address.getHostAddress().replaceAll("%.*", ""));
    }

    private static Host named(String typed, String text) {
        try {
            var ascii = IDN.toASCII(text).toLowerCase(Locale.ROOT);
            if (ascii.length() <= LONGEST_NAME && ascii.matches(NAME) && !ascii.matches("[0-9.]+")) {
                return new Host(ascii);
            }
        } catch (IllegalArgumentException unwritable) {
            // Said below.
        }
        throw new CertificateTrouble("host-unclear", typed);
    }

    boolean isAddress() {
        return text.contains(":") || text.matches("[0-9.]+");
    }

    boolean isLoopback() {
        return isAddress() ? address().isLoopbackAddress() : text.equals("localhost");
    }

    /** As it stands in an address line. */
    String inAddress() {
        return text.contains(":") ? "[" + text + "]" : text;
    }

    /** The name itself and what is below it, or exactly the address. */
    boolean permits(Host other) {
        return other.equals(this) || !isAddress() && !other.isAddress() && other.text.endsWith("." + text);
    }

    GeneralName alternativeName() {
        return new GeneralName(isAddress() ? GeneralName.iPAddress : GeneralName.dNSName, text);
    }

    GeneralSubtree subtree() {
        if (!isAddress()) {
            return new GeneralSubtree(alternativeName());
        }
        var bits = address().getAddress().length * Byte.SIZE;
        return new GeneralSubtree(new GeneralName(GeneralName.iPAddress, text + "/" + bits));
    }

    private InetAddress address() {
        return InetAddress.ofLiteral(text);
    }

    @Override
    public int compareTo(Host other) {
        return text.compareTo(other.text);
    }
}
