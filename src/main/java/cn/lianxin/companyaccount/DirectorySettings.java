package cn.lianxin.companyaccount;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the company's directory is and how people are found in it.
 *
 * @param url one or several servers, each asked when the one before does not answer
 * @param base below which people are
 * @param filter that finds one of them, with {@code {number}} where the staff number belongs
 * @param number the attribute that is the staff number, to the letter
 * @param bindDn of the account that may search; empty where everybody may
 * @param startTls for servers that do not speak TLS from the first byte
 * @param patience for everything that one sign-in asks
 */
@ConfigurationProperties("lianxin.directory")
record DirectorySettings(
        @DefaultValue List<String> url,
        @DefaultValue("") String base,
        @DefaultValue("") String filter,
        @DefaultValue("employeeNumber") String number,
        @DefaultValue("") String bindDn,
        @DefaultValue("true") boolean startTls,
        @DefaultValue("5s") Duration patience) {

    private static final String NUMBER = "{number}";

    DirectorySettings {
        url = List.copyOf(url);
    }

    /** @throws IllegalStateException that names the setting which is wrong */
    List<DirectoryServer> servers() {
        if (base.isBlank() || !DN.isValidDN(base)) {
            throw new IllegalStateException("lianxin.directory.base must be the name of an entry (DN): " + base);
        }
        if (!bindDn.isBlank() && !DN.isValidDN(bindDn)) {
            throw new IllegalStateException("lianxin.directory.bind-dn must be the name of an entry (DN): " + bindDn);
        }
        if (!number.matches("[A-Za-z][A-Za-z0-9-]*")) {
            throw new IllegalStateException("lianxin.directory.number must be an attribute: " + number);
        }
        if (patience.isNegative() || patience.isZero() || patience.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalStateException("lianxin.directory.patience: more than nothing, at most a minute");
        }
        filterFor("1");
        return url.stream()
                .map(String::strip)
                .map(text -> DirectoryServer.of(text, startTls))
                .toList();
    }

    /** What was typed stands in it as a value alone, whatever its characters mean elsewhere (RFC 4515 §3). */
    Filter filterFor(String staffNumber) {
        var template = filter.isBlank() ? "(" + number + "=" + NUMBER + ")" : filter.strip();
        if (!template.contains("=" + NUMBER + ")")) {
            throw new IllegalStateException(
                    "lianxin.directory.filter needs a comparison with " + NUMBER + ", such as (uid=" + NUMBER + ")");
        }
        try {
            return Filter.create(template.replace(NUMBER, Filter.encodeValue(staffNumber)));
        } catch (LDAPException wrong) {
            throw new IllegalStateException("lianxin.directory.filter cannot be read: " + template, wrong);
        }
    }
}
