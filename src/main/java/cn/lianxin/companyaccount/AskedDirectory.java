package cn.lianxin.companyaccount;

import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.ExtendedRequest;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;

/** One connection to one server for one question; everything on it together takes no longer than the patience. */
final class AskedDirectory implements AutoCloseable {

    private static final int LARGEST_ANSWER = 256 * 1024;

    /** By these a server says that it is not he. Whatever else it says instead of yes is no word on him. */
    private static final Set<ResultCode> NOT_HE = Set.of(
            ResultCode.INVALID_CREDENTIALS,
            ResultCode.NO_SUCH_OBJECT,
            ResultCode.INVALID_DN_SYNTAX,
            ResultCode.INAPPROPRIATE_AUTHENTICATION,
            ResultCode.CONSTRAINT_VIOLATION,
            ResultCode.UNWILLING_TO_PERFORM);

    private final LDAPConnection connection;
    private final long end;

    private AskedDirectory(LDAPConnection connection, long end) {
        this.connection = connection;
        this.end = end;
    }

    /** Nothing is said before it is encrypted, unless the server is this very machine. */
    static AskedDirectory open(DirectoryServer server, SSLSocketFactory sockets, Duration patience)
            throws LDAPException {
        var end = System.nanoTime() + patience.toNanos();
        var options = new LDAPConnectionOptions();
        options.setUseSynchronousMode(true);
        options.setFollowReferrals(false);
        options.setConnectTimeoutMillis(Math.toIntExact(patience.toMillis()));
        options.setResponseTimeoutMillis(patience.toMillis());
        options.setMaxMessageSize(LARGEST_ANSWER);
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        var connection = server.encrypted()
                ? new LDAPConnection(sockets, options, server.host(), server.port())
                : new LDAPConnection(options, server.host(), server.port());
        var asked = new AskedDirectory(connection, end);
        try {
            if (server.startTls()) {
                asked.encrypt(sockets);
            }
            return asked;
        } catch (LDAPException refused) {
            asked.close();
            throw refused;
        }
    }

    private void encrypt(SSLSocketFactory sockets) throws LDAPException {
        ExtendedRequest request = new StartTLSExtendedRequest(sockets);
        request.setResponseTimeoutMillis(left());
        var result = connection.processExtendedOperation(request);
        if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
            throw new LDAPException(result);
        }
    }

    /** Whether this name and this password belong together. */
    boolean accepts(String name, String password) throws LDAPException {
        var request = new SimpleBindRequest(name, password);
        request.setResponseTimeoutMillis(left());
        try {
            return connection.bind(request).getResultCode().equals(ResultCode.SUCCESS);
        } catch (LDAPException refused) {
            if (NOT_HE.contains(refused.getResultCode())) {
                return false;
            }
            throw refused;
        }
    }

    /** The name of the only entry that is found and has this very number; of two there is none. */
    Optional<String> find(DirectorySettings settings, String staffNumber) throws LDAPException {
        var request =
                new SearchRequest(settings.base(), SearchScope.SUB, settings.filterFor(staffNumber), settings.number());
        request.setDerefPolicy(DereferencePolicy.NEVER);
        request.setSizeLimit(2);
        request.setResponseTimeoutMillis(left());
        try {
            var found = Objects.requireNonNullElse(
                    connection.search(request).getSearchEntries(), List.<SearchResultEntry>of());
            return found.size() != 1
                    ? Optional.empty()
                    : Optional.of(found.getFirst())
                            .filter(entry -> entry.hasAttribute(settings.number())
                                    && List.of(entry.getAttributeValues(settings.number()))
                                            .contains(staffNumber))
                            .map(entry -> entry.getDN());
        } catch (LDAPSearchException refused) {
            if (refused.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private long left() throws LDAPException {
        var left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (left <= 0) {
            throw new LDAPException(ResultCode.TIMEOUT, "lianxin.directory.patience is over");
        }
        return left;
    }

    @Override
    public void close() {
        connection.close();
    }
}
