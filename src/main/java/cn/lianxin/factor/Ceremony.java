package cn.lianxin.factor;

import cn.lianxin.kernel.Refusal;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Reads and checks what devices answer (WebAuthn level 2), by a library. Who owns the device must have shown himself to it:
 * with that a passkey is two factors in one.
 */
@Component
class Ceremony {

    /** @param backupEligible whether the maker of the device may copy it to his others */
    record Made(String id, String credential, long counter, boolean backupEligible) {}

    /** What a form brings of a device's signature; base 64 for addresses, {@code handle} empty where it says nothing. */
    record Signed(String id, String clientData, String authenticatorData, String signature, String handle) {}

    private static final boolean OWNER_SHOWN = true;
    private static final boolean OWNER_THERE = true;
    /** Made when the first device answers: its readers would lengthen every start. */
    private static final class Library {
        private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
                new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.ES256),
                new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.RS256));

        private static final ObjectConverter CONVERTER = new ObjectConverter();
        private static final AttestedCredentialDataConverter CREDENTIALS =
                new AttestedCredentialDataConverter(CONVERTER);

        /** Of which make a device is, is nobody's business here; so no attestation is asked for. */
        private static final WebAuthnManager MANAGER = WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);
    }

    private final Challenges challenges;

    Ceremony(Challenges challenges) {
        this.challenges = challenges;
    }

    /** @throws Refusal.Violation {@code passkey-wrong} */
    Made made(String clientData, String attestation, Site site, String purpose) {
        return orRefuse(() -> {
            var data = Library.MANAGER.parse(new RegistrationRequest(bytes(attestation), bytes(clientData)));
            var property = property(data.getCollectedClientData(), site, purpose);
            Library.MANAGER.verify(
                    data, new RegistrationParameters(property, Library.ALGORITHMS, OWNER_SHOWN, OWNER_THERE));
            var authenticator = there(data.getAttestationObject()).getAuthenticatorData();
            var credential = there(authenticator.getAttestedCredentialData());
            return new Made(
                    text(credential.getCredentialId()),
                    text(Library.CREDENTIALS.convert(credential)),
                    authenticator.getSignCount(),
                    authenticator.isFlagBE());
        });
    }

    /**
     * @return the counter of the device after this use
     * @throws Refusal.Violation {@code passkey-wrong}
     */
    long used(Passkey passkey, Signed signed, Site site, String purpose) {
        return orRefuse(() -> {
            var data = Library.MANAGER.parse(new AuthenticationRequest(
                    bytes(signed.id()),
                    bytes(signed.handle()),
                    bytes(signed.authenticatorData()),
                    bytes(signed.clientData()),
                    bytes(signed.signature())));
            var property = property(data.getCollectedClientData(), site, purpose);
            var parameters = new AuthenticationParameters(property, onRecord(passkey), null, OWNER_SHOWN, OWNER_THERE);
            Library.MANAGER.verify(data, parameters);
            return there(data.getAuthenticatorData()).getSignCount();
        });
    }

    private CredentialRecordImpl onRecord(Passkey passkey) {
        AttestedCredentialData credential = Library.CREDENTIALS.convert(bytes(passkey.credential()));
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                OWNER_SHOWN,
                passkey.backupEligible(),
                null,
                passkey.counter(),
                credential,
                null,
                null,
                null,
                Set.of());
    }

    /** The challenge comes back in what was signed; that it is ours and unused is known to us alone. */
    private ServerProperty property(@Nullable CollectedClientData clientData, Site site, String purpose) {
        var challenge = there(there(clientData).getChallenge()).getValue();
        if (!challenges.redeem(challenge, purpose)) {
            throw new Refusal.Violation("", "passkey-late");
        }
        return new ServerProperty(new Origin(site.origin()), site.name(), new DefaultChallenge(challenge));
    }

    private static <T> T orRefuse(Supplier<T> ceremony) {
        try {
            return ceremony.get();
        } catch (WebAuthnException | JacksonException | IllegalArgumentException misshapen) {
            throw wrong();
        }
    }

    /** What a device leaves out, it has not answered. */
    private static <T> T there(@Nullable T part) {
        if (part == null) {
            throw wrong();
        }
        return part;
    }

    private static Refusal.Violation wrong() {
        return new Refusal.Violation("", "passkey-wrong");
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
