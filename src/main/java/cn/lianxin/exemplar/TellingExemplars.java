package cn.lianxin.exemplar;

import cn.lianxin.identity.RoleHolders;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.newsroom.WatchedArticles.Piece;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who is told what: whoever is named that he is asked, and those who handle the article what becomes of it. */
@Component
class TellingExemplars {

    private final Inbox inbox;
    private final RoleHolders holders;

    TellingExemplars(Inbox inbox, RoleHolders holders) {
        this.inbox = inbox;
        this.holders = holders;
    }

    void asked(Piece piece, long subject, PersonId person) {
        tell(person, piece, "asked", "/exemplars/" + piece.id(), "" + subject, Notification.Topic.OTHER);
    }

    /** @param cause so that the same is told once */
    void free(Piece piece, Exemplar exemplar, String cause) {
        keepers(piece, exemplar, Role.EDITOR)
                .forEach(person -> tell(
                        person, piece, "free", "/newsroom/articles/" + piece.id(), cause, Notification.Topic.WORK));
    }

    /** Where it is public already, taking it down is theirs. */
    void withdrawn(Piece piece, Exemplar exemplar, String cause) {
        var keepers = keepers(piece, exemplar, Role.EDITOR);
        if (piece.isPublic()) {
            keepers.addAll(keepers(piece, exemplar, Role.SECTION_EDITOR));
            keepers.addAll(keepers(piece, exemplar, Role.CHIEF_EDITOR));
        }
        var what = piece.isPublic() ? "withdrawn-public" : "withdrawn";
        var address = (piece.isPublic() ? "/newsroom/articles/" : "/exemplars/") + piece.id();
        keepers.forEach(person -> tell(person, piece, what, address, cause, Notification.Topic.WORK));
    }

    /** They decide; whoever handles the article sees on its page that it waits for them. */
    void undecided(Piece piece, long notice, long upheld) {
        holders.nearestUnitWith(Role.CHIEF_EDITOR, piece.unit())
                .ifPresent(unit -> holders.holders(Role.CHIEF_EDITOR, unit)
                        .forEach(person -> tell(
                                person,
                                piece,
                                "upheld",
                                "/exemplars/" + piece.id() + "/keeping",
                                notice + ":" + upheld,
                                Notification.Topic.WORK)));
    }

    private Set<PersonId> keepers(Piece piece, Exemplar exemplar, Role role) {
        var keepers = new LinkedHashSet<PersonId>();
        keepers.add(exemplar.markedBy());
        holders.nearestUnitWith(role, piece.unit()).ifPresent(unit -> keepers.addAll(holders.holders(role, unit)));
        return keepers;
    }

    private void tell(
            PersonId person, Piece piece, String what, String address, String cause, Notification.Topic topic) {
        inbox.deliver(new Notification(
                person,
                "notice.exemplar." + what,
                List.of(piece.title()),
                address,
                "exemplar:" + piece.id() + ":" + what + ":" + cause,
                topic,
                Notification.Reach.AS_CHOSEN));
    }
}
