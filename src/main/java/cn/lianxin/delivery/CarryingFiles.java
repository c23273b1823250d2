package cn.lianxin.delivery;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.platform.outbox.Carrier;
import cn.lianxin.platform.outbox.Parcel;
import cn.lianxin.platform.outbox.Queue;
import cn.lianxin.platform.outbox.Readiness;
import cn.lianxin.platform.outbox.Settled;
import cn.lianxin.platform.outgoing.Handover;
import cn.lianxin.platform.outgoing.Mail;
import cn.lianxin.platform.outgoing.Mailing;
import cn.lianxin.platform.outgoing.Outcome;
import cn.lianxin.platform.outgoing.Trouble;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Carries files by mail. Each goes alone, and only while its reader may still have it. */
@Component
class CarryingFiles implements Carrier {

    static final Queue QUEUE = new Queue("mail-file", false, false, Duration.ofDays(3), 2);

    private final Mailing mailing;
    private final Contacts contacts;
    private final Wishes wishes;
    private final List<MailedFiles> files;
    private final Inbox inbox;
    private final Clock clock;

    CarryingFiles(
            Mailing mailing, Contacts contacts, Wishes wishes, List<MailedFiles> files, Inbox inbox, Clock clock) {
        this.mailing = mailing;
        this.contacts = contacts;
        this.wishes = wishes;
        this.files = files;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public List<Queue> queues() {
        return mailing.isSetUp() ? List.of(QUEUE) : List.of();
    }

    @Override
    public Readiness readiness(Parcel parcel) {
        var person = new PersonId(parcel.recipient());
        var mayHave = source(parcel)
                .filter(source -> source.mayHave(key(parcel), person))
                .isPresent();
        if (!mayHave || !contacts.waysOf(person).contains(Way.MAIL)) {
            return new Readiness.NoLonger();
        }
        var now = clock.instant();
        var allowed = wishes.of(person).afterQuiet(now);
        return allowed.isAfter(now) ? new Readiness.Later(allowed) : new Readiness.Now();
    }

    @Override
    public Outcome carry(Parcel parcel, Handover handover) {
        var person = new PersonId(parcel.recipient());
        var address = contacts.address(person, Way.MAIL);
        var letter = source(parcel)
                .flatMap(source ->
                        source.letter(key(parcel), person, wishes.of(person).language()));
        if (address.isEmpty() || letter.isEmpty()) {
            return new Outcome.Failed(Trouble.NOT_SET_UP, "");
        }
        var said = letter.get();
        var mail = new Mail(parcel.id(), address.get(), said.subject(), said.text());
        return mailing.send(
                said.hasFile() ? mail.with(new Mail.Attached(said.fileName(), said.mediaType(), said.file())) : mail,
                handover);
    }

    /** Once a day, and not by mail. */
    @Override
    public void settled(Parcel parcel, Settled how) {
        if (how == Settled.GIVEN_UP) {
            inbox.deliver(new Notification(
                    new PersonId(parcel.recipient()),
                    "notice.not-reached.mail",
                    List.of(),
                    "/me/notifications",
                    "delivery:" + parcel.queue() + ":" + LocalDate.ofInstant(clock.instant(), Screen.ZONE),
                    Notification.Topic.OTHER,
                    Notification.Reach.INBOX_ONLY));
        }
    }

    private Optional<MailedFiles> source(Parcel parcel) {
        return files.stream().filter(room -> room.knows(key(parcel))).findFirst();
    }

    private static String key(Parcel parcel) {
        return parcel.contents().getFirst();
    }
}
