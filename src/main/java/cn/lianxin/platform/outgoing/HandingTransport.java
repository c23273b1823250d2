package cn.lianxin.platform.outgoing;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Until the dot that ends the message a server has taken nothing (RFC 5321 §4.1.1.4); from the dot on it may have. */
final class HandingTransport extends SMTPTransport {

    private final Handover handover;
    private boolean handedOver;

    HandingTransport(Session session, Handover handover) {
        super(session, new URLName("smtp", null, -1, null, null, null));
        this.handover = handover;
    }

    boolean handedOver() {
        return handedOver;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        handover.begins();
        handedOver = true;
        super.finishData();
    }
}
