package cn.lianxin.api.concern;

import static cn.lianxin.application.ApplicationScope.CONCERNS;
import static cn.lianxin.application.ApplicationScope.WORK;

import cn.lianxin.api.document.FromBody;
import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.Topic;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.PersonCard;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.promise.Matter;
import jakarta.validation.constraints.Size;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The way in, for the person himself, for whoever stands before a machine, and for a clerk who writes it down. */
@RestController
@RequestMapping("/api/v1")
class RaisingController {

    /**
     * @param matter unclassified unless given
     * @param mode a person gives his name or asks for confidence; by an application of its own it is anonymous
     * @param unit code of the unit that it is about, the person's own unless given
     * @param about names, staff numbers or units of whom it speaks, who then see nothing of it
     */
    record ConcernToRaise(
            ConcernKind kind,
            Optional<String> matter,
            Optional<String> title,
            @Size(max = RaisingConcerns.LONGEST_WORDS) String words,
            Optional<String> place,
            Reporter.Mode mode,
            Optional<String> unit,
            @Size(max = RaisingConcerns.MOST_ATTACHMENTS) List<UUID> files,
            Optional<String> about) {}

    /** @param readBack the clerk has read it out and the person said that it is right */
    record Entry(
            Channel channel,
            Optional<String> staffNumber,
            boolean readBack,
            ConcernKind kind,
            Optional<String> matter,
            Optional<String> title,
            @Size(max = RaisingConcerns.LONGEST_WORDS) String words,
            Optional<String> place,
            Reporter.Mode mode,
            Optional<String> unit,
            @Size(max = RaisingConcerns.MOST_ATTACHMENTS) List<UUID> files) {

        ConcernToRaise concern() {
            return new ConcernToRaise(kind, matter, title, words, place, mode, unit, files, Optional.empty());
        }
    }

    /** @param receipt for the worker alone, and told this once */
    record RaisedConcern(String number, String receipt) {}

    private final RaisingConcerns raising;
    private final Directory directory;
    private final Moves moves;
    private final SecureRandom random = new SecureRandom();

    RaisingController(RaisingConcerns raising, Directory directory, Moves moves) {
        this.raising = raising;
        this.directory = directory;
        this.moves = moves;
    }

    @PostMapping("/concerns")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(value = Topic.SPEAKING, onlyOnce = true)
    @RequiresScope(CONCERNS)
    RaisedConcern raiseConcern(@FromBody ConcernToRaise concern, Actor actor) {
        mustSuit(concern.mode(), actor);
        return raise(concern, Channel.APPLICATION, Optional.empty(), actor);
    }

    @PostMapping("/entries")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(value = Topic.DESK, onlyOnce = true)
    @RequiresScope(WORK)
    RaisedConcern enterConcern(@FromBody Entry entry, Actor actor) {
        if (!actor.is(Role.DESK_OFFICER)) {
            throw new Refusal.NotFound();
        }
        if (entry.channel().withoutClerk() || entry.channel() == Channel.LEDGER) {
            throw new Refusal.Violation("channel", "channel-without-clerk");
        }
        var speaker = speaker(entry);
        if (entry.channel().spoken() && !entry.readBack()) {
            throw new Refusal.Violation("readBack", "read-back-first");
        }
        return raise(entry.concern(), entry.channel(), speaker, actor);
    }

    /** Whoever carries a person's token knows who he is, so nothing by it is anonymous; and without one nobody is known. */
    private static void mustSuit(Reporter.Mode mode, Actor actor) {
        if ((mode == Reporter.Mode.ANONYMOUS) == (actor instanceof Actor.Member)) {
            throw new Refusal.Violation(
                    "mode", actor instanceof Actor.Member ? "mode-of-person" : "mode-of-application");
        }
    }

    private RaisedConcern raise(ConcernToRaise concern, Channel channel, Optional<PersonId> onBehalfOf, Actor actor) {
        var raised = raising.raise(
                new NewConcern(
                        concern.kind(),
                        concern.matter().orElse(Matter.UNCLASSIFIED),
                        concern.title().orElse(""),
                        concern.words(),
                        concern.place().orElse(""),
                        concern.mode(),
                        concern.unit().map(code -> moves.unit("unit", code)),
                        onBehalfOf,
                        channel,
                        moves.waiting(concern.files()),
                        concern.about().orElse("")),
                token(),
                actor);
        return new RaisedConcern(raised.number().toString(), raised.receipt().digits());
    }

    private Optional<PersonId> speaker(Entry entry) {
        if (entry.mode() == Reporter.Mode.ANONYMOUS) {
            return Optional.empty();
        }
        return Optional.of(directory
                .personByStaffNumber(PlainText.line(entry.staffNumber().orElse("")))
                .filter(person -> person.leftOn().isEmpty())
                .map(PersonCard::id)
                .orElseThrow(() -> new Refusal.Violation("staffNumber", "reporter-unknown")));
    }

    private String token() {
        var bytes = new byte[18];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
