package cn.lianxin.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a concern to whoever holds its receipt. */
@Component
public class ReceiptSessions {

    private final OpeningSessions sessions;
    private final Clock clock;

    ReceiptSessions(OpeningSessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Replaces whatever session this browser had by one that knows the receipt and nothing else: nothing on record links
     * it to the person who may have been signed in before.
     *
     * @param digest of the receipt, as the room keeps it that gave the receipt out
     */
    @Transactional
    public void open(String digest, HttpServletRequest request, HttpServletResponse response) {
        sessions.open(new Session.Holder.Receipt(digest), false, clock.instant(), request, response);
    }
}
