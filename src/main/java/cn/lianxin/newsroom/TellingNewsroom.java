package cn.lianxin.newsroom;

import cn.lianxin.identity.RoleHolders;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who is told what: an author of what becomes of his text, reviewers only of what may not wait; the rest is their queue. */
@Component
class TellingNewsroom {

    private final Inbox inbox;
    private final RoleHolders holders;

    TellingNewsroom(Inbox inbox, RoleHolders holders) {
        this.inbox = inbox;
        this.holders = holders;
    }

    void told(Article article, Revision revision, Procedure procedure, ArticleDeed deed) {
        switch (deed) {
            case SENT_BACK -> {
                var writer = article.isPublic() ? revision.writtenBy() : article.author();
                tell(writer, article, revision, "sent-back", Notification.Topic.OTHER);
                hurry(article, revision, procedure);
            }
            case PUBLISHED -> {
                tell(article.author(), article, revision, "published", Notification.Topic.OTHER);
                hurry(article, revision, procedure);
            }
            case RETRACTED, TAKEN_DOWN -> tell(article.author(), article, revision, "gone", Notification.Topic.OTHER);
            case SUBMITTED, SUBMITTED_AGAIN, PASSED -> hurry(article, revision, procedure);
            case HELD_UP ->
                holders.nearestUnitWith(Role.EDITOR, article.unit())
                        .ifPresent(unit -> holders.holders(Role.EDITOR, unit)
                                .forEach(
                                        person -> tell(person, article, revision, "held-up", Notification.Topic.WORK)));
            case LAST_OVERDUE -> hurry(article, revision, procedure);
            case WITHDRAWN,
                    EDITED,
                    SCHEDULED,
                    UNSCHEDULED,
                    CORRECTION_BEGUN,
                    CORRECTED,
                    EXPIRY_SET,
                    EXPIRED,
                    LOOKED_AT -> {}
        }
    }

    /** Of the fast lane, whoever may pass it next. */
    private void hurry(Article article, Revision revision, Procedure procedure) {
        if (procedure.lastWithin().isEmpty()) {
            return;
        }
        procedure
                .stage(article.work().nextPlace())
                .filter(_ -> article.work().state() == Working.IN_REVIEW)
                .ifPresent(stage -> holders.nearestUnitWith(stage.role(), article.unit())
                        .ifPresent(unit -> holders.holders(stage.role(), unit)
                                .forEach(person -> tell(person, article, revision, "hurry", Notification.Topic.WORK))));
    }

    private void tell(PersonId person, Article article, Revision revision, String what, Notification.Topic topic) {
        inbox.deliver(new Notification(
                person,
                "notice.newsroom." + what,
                List.of(revision.content().title()),
                "/newsroom/articles/" + article.id(),
                "newsroom:" + article.id() + ":" + what + ":" + article.version(),
                topic,
                Notification.Reach.AS_CHOSEN));
    }
}
