package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.attachment.StoredAttachment;
import cn.lianxin.promise.Grade;
import cn.lianxin.promise.Matter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A concern as a page shows it to one actor: what was said, what is promised, how it went, what he may do now.
 *
 * @param version that a form sends back, so that a stale form is noticed
 * @param matterName in both languages, Chinese first
 * @param state constant name, said in words by the page: {@code state.FILED} for staff, {@code worker-state.FILED} for him
 * @param reporterName the name, or the alias that stands for it before this actor
 * @param ownerName by name, as the promise wants it
 * @param ownerAway where the owner is away and somebody acts for him
 * @param ending how it ended, once its file is closed
 * @param lookBy by when somebody outside has to look at how it ended, while nobody has
 * @param about whoever is named and stays out of it
 * @param asked whether whoever raised it is asked at this moment whether he is left in peace
 * @param problem what lies behind it, as far as this reader may know
 * @param windowEnds until when the worker may go on, once there is an answer
 */
public record CaseFile(
        long id,
        ConcernNumber number,
        int version,
        String title,
        String words,
        String place,
        ConcernKind kind,
        Channel channel,
        Reporter.Mode mode,
        String matter,
        String matterName,
        String englishMatterName,
        Grade grade,
        String state,
        String reporterName,
        String unitName,
        boolean restricted,
        Instant filedAt,
        String ownerUnit,
        String ownerName,
        Optional<Away> ownerAway,
        Instant replyBy,
        Optional<String> leadName,
        List<String> assistingNames,
        Optional<ConcernState.Ending> ending,
        Optional<Instant> lookBy,
        Optional<Instant> windowEnds,
        Optional<String> linkedTo,
        List<String> linked,
        Optional<Reply> draft,
        Optional<Instant> extensionUntil,
        CaseClock clock,
        List<TalkLine> talk,
        List<StoredAttachment> attachments,
        Spoken spoken,
        Set<Standing> standings,
        Set<Move> moves,
        List<About> about,
        boolean asked,
        CaseProblems.Line problem) {

    /**
     * Whom it speaks of.
     *
     * @param key by which a form means him or it
     * @param heard whether he was told of it and what he may say
     */
    public record About(String key, String name, boolean heard) {

        static About of(PersonId person, String name) {
            return new About("p" + person.value(), name, false);
        }

        static About of(UnitId unit, String name) {
            return new About("u" + unit.value(), name, false);
        }

        About heard(Set<String> keys) {
            return new About(key, name, keys.contains(key));
        }
    }

    /** @param acting by name */
    public record Away(boolean underground, Instant until, String acting) {}

    /** Whoever is named and was not heard, once there is a result. */
    public List<About> unheard() {
        return answered() || over() ? about.stream().filter(one -> !one.heard()).toList() : List.of();
    }

    public boolean mine() {
        return standings.contains(Standing.SPEAKER);
    }

    /** Whether it is written down who reads it. */
    public boolean guarded() {
        return Protection.covers(mode, restricted);
    }

    /** Whether this reader may propose what was replied as an answer for all, as far as the page can tell. */
    public boolean tellable() {
        return !guarded()
                && about.isEmpty()
                && kind != ConcernKind.REPORT
                && (standings.contains(Standing.DESK) || standings.contains(Standing.LEAD))
                && (state.equals("REPLIED") || state.equals("CONCLUDED"))
                && !matter.equals(Matter.UNCLASSIFIED)
                && reply().isPresent();
    }

    public boolean can(Move move) {
        return moves.contains(move);
    }

    public String matterName(boolean chinese) {
        return chinese ? matterName : englishMatterName;
    }

    /** An answer stands and the worker may judge it. */
    public boolean answered() {
        return windowEnds.isPresent();
    }

    /** There is something to judge, also after the file is closed. */
    public boolean judgeable() {
        return answered() || state.equals("CONCLUDED");
    }

    public boolean over() {
        return state.equals("CONCLUDED") || state.equals("WITHDRAWN");
    }

    /** He may approve the reply that waits, or send it back, or both. */
    public boolean decidesReply() {
        return draft.isPresent() && (can(Move.DECIDE_REPLY) || can(Move.RETURN_REPLY));
    }

    /** This reply waits for his decision and stands beside the form that makes it, so it is not shown once more. */
    public boolean decides(Reply reply) {
        return decidesReply() && draft.filter(reply::equals).isPresent();
    }

    /** All that was said when it was raised, of recordings what was written down. */
    public String said() {
        return title + "\n" + words + "\n" + spoken.text();
    }

    /** Somebody else found an answer to it wrong. */
    public boolean overturned() {
        return talk.stream()
                .anyMatch(line -> line.step().equals("DECLINATION_SET_ASIDE")
                        || line.step().equals("REVIEWED")
                                && !line.arguments().contains(ConcernState.ReviewOutcome.UPHELD));
    }

    /** What is promised is an opinion on the answer, not an answer. */
    public boolean underReview() {
        return state.equals("UNDER_REVIEW");
    }

    /** The latest reply that the worker has got. */
    public Optional<Reply> reply() {
        return talk.reversed().stream().flatMap(line -> line.reply().stream()).findFirst();
    }
}
