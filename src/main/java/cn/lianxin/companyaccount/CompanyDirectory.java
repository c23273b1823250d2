package cn.lianxin.companyaccount;

import cn.lianxin.identity.CompanyPasswords;
import cn.lianxin.platform.outgoing.Trust;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Finds the entry of somebody by his staff number and binds as him: the directory looks at the password, nobody compares
 * it. Only where {@code lianxin.directory.url} is set is there such a thing at all.
 */
@Component
@ConditionalOnProperty("lianxin.directory.url")
@EnableConfigurationProperties(DirectorySettings.class)
class CompanyDirectory implements CompanyPasswords {

    private static final Logger LOG = LoggerFactory.getLogger(CompanyDirectory.class);

    /** What an administrator learns who tries it out. */
    enum Finding {
        FOUND,
        NOT_FOUND,
        /** The account that searches is not let in. */
        NOT_LET_IN,
        AWAY
    }

    private final DirectorySettings settings;
    private final List<DirectoryServer> servers;
    private final SSLSocketFactory sockets;
    private final Supplier<Optional<String>> password;

    @Autowired
    CompanyDirectory(DirectorySettings settings, Trust trust, OwnSecrets secrets) {
        this(settings, trust, () -> secrets.find(OwnSecret.DIRECTORY));
    }

    /** @param password of the account that searches */
    CompanyDirectory(DirectorySettings settings, Trust trust, Supplier<Optional<String>> password) {
        this.settings = settings;
        this.servers = settings.servers();
        this.sockets = new TimelySockets(trust.context().getSocketFactory(), settings.patience());
        this.password = password;
    }

    @Override
    public Answer ask(String staffNumber, String password) {
        // To bind with a name and without a password is to be nobody, and a server says yes to it (RFC 4513 §5.1.2).
        if (password.isEmpty()) {
            return askInVain(staffNumber);
        }
        try (var directory = open()) {
            var name = directory.find(settings, staffNumber);
            var accepted = directory.accepts(name.orElseGet(this::nobody), name.isPresent() ? password : anything());
            return accepted && name.isPresent() ? Answer.RIGHT : Answer.WRONG;
        } catch (LDAPException away) {
            return away(away);
        }
    }

    @Override
    public Answer askInVain(String typedNumber) {
        try (var directory = open()) {
            directory.find(settings, typedNumber);
            directory.accepts(nobody(), anything());
            return Answer.WRONG;
        } catch (LDAPException away) {
            return away(away);
        }
    }

    /** Whether the directory can be asked, and whether it knows this number. */
    Finding look(String staffNumber) {
        try (var directory = open()) {
            return directory.find(settings, staffNumber).isPresent() ? Finding.FOUND : Finding.NOT_FOUND;
        } catch (LDAPException refused) {
            away(refused);
            return refused.getResultCode().equals(ResultCode.INVALID_CREDENTIALS) ? Finding.NOT_LET_IN : Finding.AWAY;
        }
    }

    /** The first server that answers. */
    private AskedDirectory open() throws LDAPException {
        var failure = new LDAPException(ResultCode.SERVER_DOWN, "lianxin.directory.url");
        for (var server : servers) {
            try {
                return letIn(AskedDirectory.open(server, sockets, settings.patience()));
            } catch (LDAPException away) {
                failure = away;
            }
        }
        throw failure;
    }

    private AskedDirectory letIn(AskedDirectory directory) throws LDAPException {
        if (settings.bindDn().isBlank()) {
            return directory;
        }
        try {
            var own = password.get();
            if (own.isPresent() && directory.accepts(settings.bindDn(), own.get())) {
                return directory;
            }
            throw new LDAPException(ResultCode.INVALID_CREDENTIALS, "lianxin.directory.bind-dn is not let in");
        } catch (LDAPException refused) {
            directory.close();
            throw refused;
        }
    }

    /** Below the same base, so that the same server answers after as much work. */
    private String nobody() {
        try {
            return new DN(new RDN("cn", anything()), new DN(settings.base())).toString();
        } catch (LDAPException checkedAtTheStart) {
            throw new IllegalStateException(checkedAtTheStart);
        }
    }

    private static String anything() {
        return UUID.randomUUID().toString();
    }

    /** Its words may repeat a name, so the code alone is logged, and the kind of the cause. */
    private static Answer away(LDAPException away) {
        var cause = away.getCause() == null ? "" : away.getCause().getClass().getSimpleName();
        LOG.warn("the directory cannot be asked: {} {}", away.getResultCode(), cause);
        return Answer.AWAY;
    }
}
