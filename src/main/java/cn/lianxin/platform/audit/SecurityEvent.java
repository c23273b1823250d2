package cn.lianxin.platform.audit;

import cn.lianxin.kernel.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of the security log.
 *
 * @param person whom it is about, where that is known
 * @param place the page, without the numbers in its address
 * @param address from where, as long as it is kept; else empty
 */
public record SecurityEvent(long id, Instant at, Kind kind, Optional<PersonId> person, String place, String address) {

    /** What happened. */
    public enum Kind {
        SIGNED_IN,
        /** With more than a password. */
        SIGNED_IN_BY_FACTOR,
        SIGN_IN_FAILED,
        /** The company's directory or provider says that it is he; what opens the session stands in the next line. */
        COMPANY_VOUCHED,
        /** The company's directory could not be asked. */
        COMPANY_AWAY,
        /** Too many failures: it was not even looked at. */
        SIGN_IN_RESTS,
        FACTOR_FAILED,
        SIGNED_OUT,
        /** He may not do that, or there is no such thing for him. */
        ACCESS_REFUSED,
        /** A page of another site sent it. */
        OTHER_SITE,
        /** A program came with a token that opens nothing. */
        TOKEN_REFUSED,
        /** More than the share of one person or one address. */
        SHARE_SPENT
    }
}
