package cn.lianxin.platform.outgoing;

import jakarta.activation.DataHandler;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.stereotype.Component;

/** Sends mail through the server of the settings. */
@Component
public class Mailing {

    private static final Duration AT_ONCE = Duration.ofSeconds(10);
    private static final Pattern ENHANCED = Pattern.compile("\\b[245]\\.[0-9]{1,3}\\.[0-9]{1,3}\\b");
    private static final Pattern QUEUED = Pattern.compile("(?i)queued as ([A-Za-z0-9.-]{1,60})");

    private final MailSettings settings;
    private final Trust trust;
    private final Clock clock;

    Mailing(MailSettings settings, Trust trust, Clock clock) {
        this.settings = settings;
        this.trust = trust;
        this.clock = clock;
    }

    /** Whether there is a mail server. */
    public boolean isSetUp() {
        return settings.given();
    }

    public Outcome send(Mail mail, Handover handover) {
        return send(mail, handover, settings.timeout);
    }

    /** For a person who waits before his screen. */
    public Outcome sendAtOnce(Mail mail) {
        return send(mail, () -> {}, settings.timeout.compareTo(AT_ONCE) < 0 ? settings.timeout : AT_ONCE);
    }

    private Outcome send(Mail mail, Handover handover, Duration longest) {
        if (!isSetUp()) {
            return new Outcome.Failed(Trouble.NOT_SET_UP, "lianxin.mail.host");
        }
        var session = Session.getInstance(settings.properties(trust, longest));
        var transport = new HandingTransport(session, handover);
        try {
            transport.connect(
                    settings.host,
                    settings.port,
                    settings.user.isBlank() ? null : settings.user,
                    settings.password.isBlank() ? null : settings.password);
            var message = message(mail, session);
            transport.sendMessage(message, message.getAllRecipients());
            return new Outcome.Accepted(queueId(transport.getLastServerResponse()));
        } catch (AuthenticationFailedException wrong) {
            return new Outcome.Failed(Trouble.NOT_SET_UP, "SMTP AUTH");
        } catch (MessagingException e) {
            return judge(e, transport.handedOver());
        } finally {
            leave(transport);
        }
    }

    private MimeMessage message(Mail mail, Session session) throws MessagingException {
        var id = "<" + mail.id() + "@" + settings.domain() + ">";
        var message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        message.setFrom(new InternetAddress(settings.from));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to()));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        fill(message, mail);
        message.setSentDate(Date.from(clock.instant()));
        // No automatic answer of somebody on leave (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        return message;
    }

    private static void fill(MimeMessage message, Mail mail) throws MessagingException {
        if (mail.attached().isEmpty()) {
            message.setText(mail.text(), StandardCharsets.UTF_8.name());
            return;
        }
        var words = new MimeBodyPart();
        words.setText(mail.text(), StandardCharsets.UTF_8.name());
        var parts = new MimeMultipart(words);
        for (var file : mail.attached()) {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.bytes(), file.mediaType())));
            part.setDisposition(Part.ATTACHMENT);
            part.setFileName(encoded(file.name()));
            parts.addBodyPart(part);
        }
        message.setContent(parts);
    }

    /** Readers of mail understand this way of other scripts everywhere, which is not so with RFC 2231. */
    private static String encoded(String name) {
        try {
            return MimeUtility.encodeText(name, StandardCharsets.UTF_8.name(), "B");
        } catch (UnsupportedEncodingException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** A reply of the server is a certain no. Without one, it depends on whether the dot was on its way. */
    private static Outcome judge(MessagingException thrown, boolean handedOver) {
        for (Exception e = thrown; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            if (e instanceof SMTPAddressFailedException refused && refused.getReturnCode() >= 400) {
                var detail = detail(refused.getReturnCode(), refused);
                return isNobody(refused.getReturnCode(), detail)
                        ? new Outcome.Impossible(Trouble.NO_SUCH_RECIPIENT, detail)
                        : new Outcome.Failed(Trouble.REFUSED, detail);
            }
            if (e instanceof SMTPSenderFailedException refused && refused.getReturnCode() >= 400) {
                return new Outcome.Failed(Trouble.REFUSED, detail(refused.getReturnCode(), refused));
            }
            if (e instanceof SMTPSendFailedException refused
                    && refused.getReturnCode() >= 400
                    && refused.getNextException() == null) {
                return new Outcome.Failed(Trouble.REFUSED, detail(refused.getReturnCode(), refused));
            }
        }
        return handedOver ? new Outcome.Unknown("SMTP") : new Outcome.Failed(Trouble.NOT_REACHED, "SMTP");
    }

    /** 5.1.x speaks of the address (RFC 3463 §3.2); servers without such codes say 550, 551 or 553. */
    private static boolean isNobody(int code, String detail) {
        return code >= 500
                && (detail.contains(" 5.1.")
                        || !ENHANCED.matcher(detail).find() && (code == 550 || code == 551 || code == 553));
    }

    /** Code and nothing more: the words of the server repeat the address. */
    private static String detail(int code, Exception e) {
        var enhanced = ENHANCED.matcher(String.valueOf(e.getMessage()));
        return "SMTP " + code + (enhanced.find() ? " " + enhanced.group() : "");
    }

    private static String queueId(String response) {
        var found = QUEUED.matcher(String.valueOf(response));
        return found.find() ? found.group(1) : "";
    }

    private static void leave(HandingTransport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // It was on its way out anyway.
        }
    }
}
