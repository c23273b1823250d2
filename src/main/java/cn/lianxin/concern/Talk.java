package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.attachment.AttachmentId;
import cn.lianxin.platform.attachment.StoredAttachment;
import cn.lianxin.platform.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the steps of one concern as a talk, with names and units looked up once. */
final class Talk {

    private final Map<PersonId, String> people;
    private final Map<UnitId, String> units;
    private final Map<AttachmentId, StoredAttachment> files;

    private Talk(Map<PersonId, String> people, Map<UnitId, String> units, Map<AttachmentId, StoredAttachment> files) {
        this.people = people;
        this.units = units;
        this.files = files;
    }

    static Talk knowing(List<Step> steps, Directory directory, Map<AttachmentId, StoredAttachment> files) {
        var people = new HashSet<PersonId>();
        var units = new HashSet<UnitId>();
        for (var step : steps) {
            if (step.by() instanceof Step.Author.Person author) {
                people.add(author.person());
                author.inPlaceOf().ifPresent(people::add);
            }
            mentioned(step.event(), people, units);
        }
        return new Talk(directory.personNames(people), directory.unitNames(units), files);
    }

    private static void mentioned(ConcernEvent event, Set<PersonId> people, Set<UnitId> units) {
        if (event instanceof ConcernEvent.Assigned assigned) {
            units.add(assigned.assignment().lead());
        } else if (event instanceof ConcernEvent.Arbitrated arbitrated) {
            units.add(arbitrated.assignment().lead());
        } else if (event instanceof ConcernEvent.OwnerMoved moved) {
            people.add(moved.owner().person());
            people.add(moved.before());
        } else if (event instanceof ConcernEvent.Escalated escalated) {
            units.add(escalated.unit());
        } else if (event instanceof ConcernEvent.AlarmHeard heard) {
            people.add(heard.dispatcher());
        } else if (event instanceof ConcernEvent.UnitSucceeded succeeded) {
            units.add(succeeded.gone());
            units.add(succeeded.successor());
        } else if (event instanceof ConcernEvent.Climbed climbed) {
            people.add(climbed.owner().person());
            units.add(climbed.desk());
        } else if (event instanceof ConcernEvent.Named named) {
            people.addAll(named.about().people());
            units.addAll(named.about().units());
        } else if (event instanceof ConcernEvent.NamingWithdrawn withdrawn) {
            people.addAll(withdrawn.about().people());
            units.addAll(withdrawn.about().units());
        }
    }

    List<TalkLine> lines(List<Step> steps, boolean forTheWorker) {
        var lines = new ArrayList<TalkLine>();
        for (var step : steps) {
            if (step.event().forTheWorker() || !forTheWorker) {
                lines.add(line(step));
            }
        }
        return lines;
    }

    private TalkLine line(Step step) {
        return switch (step.event()) {
            case ConcernEvent.Filed _ -> step(step, List.of(), "");
            case ConcernEvent.Accepted _, ConcernEvent.Concluded _, ConcernEvent.ReviewTaken _ ->
                step(step, List.of(), "");
            case ConcernEvent.Declined e -> office(step, e.reason() + "\n" + e.whereToTurn(), List.of());
            case ConcernEvent.Reclassified e -> step(step, List.of(e.matter()), "");
            case ConcernEvent.Assigned e ->
                step(step, List.of(unit(e.assignment().lead())), e.word());
            case ConcernEvent.Acknowledged e -> step(step, List.of(), e.word());
            case ConcernEvent.HandedBack e -> note(step, e.reason());
            case ConcernEvent.HandBackGranted e -> note(step, e.word());
            case ConcernEvent.HandBackRefused e -> note(step, e.word());
            case ConcernEvent.Arbitrated e ->
                step(step, List.of(unit(e.assignment().lead())), e.word());
            case ConcernEvent.Said e -> said(step, e.text(), e.attachments());
            case ConcernEvent.Noted e -> note(step, e.text());
            case ConcernEvent.AskedForMore e -> office(step, e.question(), List.of());
            case ConcernEvent.GaveMore e -> said(step, e.text(), e.attachments());
            case ConcernEvent.WentOn e -> step(step, List.of(), e.word());
            case ConcernEvent.ExtensionAsked e -> note(step, e.reason(), List.of(day(e.until())));
            case ConcernEvent.ExtensionGranted e -> step(step, List.of(day(e.until())), e.word());
            case ConcernEvent.ExtensionRefused e -> note(step, e.word());
            case ConcernEvent.PauseAsked e -> office(step, e.reason(), List.of(day(e.until())));
            case ConcernEvent.PauseRefused e -> said(step, e.word(), List.of());
            case ConcernEvent.Paused e -> paused(step, e);
            case ConcernEvent.Resumed e -> step(step, List.of(), e.word());
            case ConcernEvent.Escalated e -> step(step, List.of(e.clock(), e.threshold(), unit(e.unit())), "");
            case ConcernEvent.AlarmHeard e -> step(step, List.of(person(e.dispatcher())), "");
            case ConcernEvent.AskedToShow e -> step(step, List.of(day(e.showBy())), "");
            case ConcernEvent.Shown e -> said(step, e.text(), e.attachments());
            case ConcernEvent.ReplyDrafted e -> reply(step, e.reply(), TalkLine.Side.NOTE);
            case ConcernEvent.ReplyReturned e -> note(step, e.word());
            case ConcernEvent.Replied e -> replied(step, e);
            case ConcernEvent.Recorded e -> reply(step, e.reply(), TalkLine.Side.OFFICE);
            case ConcernEvent.RaisedAgain e -> said(step, e.why(), e.attachments());
            case ConcernEvent.ReviewAsked e -> said(step, e.why(), e.attachments());
            case ConcernEvent.Transcribed _, ConcernEvent.TranscriptConfirmed _ -> step(step, List.of(), "");
            case ConcernEvent.TranscriptDisputed e -> said(step, e.word(), e.attachments());
            case ConcernEvent.Reviewed e -> office(step, e.opinion(), List.of(e.outcome()));
            case ConcernEvent.Withdrawn e -> said(step, e.reason(), List.of());
            case ConcernEvent.EndingConfirmed e -> office(step, e.reason(), List.of());
            case ConcernEvent.DeclinationSetAside e -> office(step, e.reason(), List.of());
            case ConcernEvent.WithdrawalSetAside e -> office(step, e.reason(), List.of());
            case ConcernEvent.Linked e -> step(step, List.of(e.mainNumber()), "");
            case ConcernEvent.Unlinked _, ConcernEvent.Followed _ -> step(step, List.of(), "");
            case ConcernEvent.SplitOff e -> step(step, List.of(e.partNumber()), "");
            case ConcernEvent.OwnerMoved e ->
                step(step, List.of(person(e.before()), person(e.owner().person())), "");
            case ConcernEvent.Named e -> step(step, List.of(names(e.about())), e.reason());
            case ConcernEvent.NamingWithdrawn e -> note(step, e.reason(), List.of(names(e.about())));
            case ConcernEvent.SteppedBack e -> note(step, e.reason());
            case ConcernEvent.Climbed e ->
                step(step, List.of(unit(e.desk()), person(e.owner().person())), "");
            case ConcernEvent.UnitSucceeded e -> step(step, List.of(unit(e.gone()), unit(e.successor())), "");
        };
    }

    /** The evidence can be looked at where the pause is told; what the worker agreed to is his own word. */
    private TalkLine paused(Step step, ConcernEvent.Paused paused) {
        var side = step.by() instanceof Step.Author.Speaker ? TalkLine.Side.WORKER : TalkLine.Side.OFFICE;
        var arguments = List.<Object>of(paused.cause(), day(paused.until()));
        return line(side, step, arguments, paused.reason(), Optional.empty(), paused.evidence());
    }

    /** Whoever signed says why; the reply stands below his reason. */
    private TalkLine replied(Step step, ConcernEvent.Replied replied) {
        var plain = reply(step, replied.reply(), TalkLine.Side.OFFICE);
        return replied.reply().finding().mustBeSigned() ? plain.signed(replied.word()) : plain;
    }

    private TalkLine step(Step step, List<Object> arguments, String text) {
        return line(TalkLine.Side.STEP, step, arguments, text, Optional.empty(), List.of());
    }

    private TalkLine office(Step step, String text, List<Object> arguments) {
        return line(TalkLine.Side.OFFICE, step, arguments, text, Optional.empty(), List.of());
    }

    private TalkLine note(Step step, String text) {
        return note(step, text, List.of());
    }

    private TalkLine note(Step step, String text, List<Object> arguments) {
        return line(TalkLine.Side.NOTE, step, arguments, text, Optional.empty(), List.of());
    }

    private TalkLine reply(Step step, Reply reply, TalkLine.Side side) {
        return line(side, step, List.of(), "", Optional.of(reply), List.of());
    }

    private TalkLine said(Step step, String text, List<UUID> attachments) {
        var side = step.by() instanceof Step.Author.Speaker ? TalkLine.Side.WORKER : TalkLine.Side.OFFICE;
        return line(side, step, List.of(), text, Optional.empty(), attachments);
    }

    private TalkLine line(
            TalkLine.Side side,
            Step step,
            List<Object> arguments,
            String text,
            Optional<Reply> reply,
            List<UUID> attachments) {
        return new TalkLine(
                side,
                "step." + ConcernJson.name(step.event().getClass()),
                arguments,
                who(step),
                inPlaceOf(step),
                step.at(),
                text,
                reply,
                attachments.stream()
                        .map(AttachmentId::new)
                        .filter(files::containsKey)
                        .map(id -> java.util.Objects.requireNonNull(files.get(id)))
                        .toList());
    }

    /** Who made a step, by name; empty for the worker and for the installation. */
    String who(Step step) {
        return step.by() instanceof Step.Author.Person author ? person(author.person()) : "";
    }

    private String inPlaceOf(Step step) {
        return step.by() instanceof Step.Author.Person author
                ? author.inPlaceOf().map(this::person).orElse("")
                : "";
    }

    private String names(Subjects about) {
        return Stream.concat(
                        about.people().stream().map(this::person),
                        about.units().stream().map(this::unit))
                .collect(Collectors.joining("、"));
    }

    private String person(PersonId person) {
        return people.getOrDefault(person, "");
    }

    private String unit(UnitId unit) {
        return units.getOrDefault(unit, "");
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, WorkingCalendar.ZONE);
    }
}
