package cn.lianxin.platform.notification;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.web.LocalAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * That something happened, for one person. Tells him enough to decide whether to look, and no more; outside of the
 * product nothing of it is told but that it came.
 *
 * @param key of the sentence in {@code messages/}
 * @param arguments of the sentence, already in words
 * @param address where to look, a path of this installation
 * @param cause names the fact, such as {@code concern:2026-000123:replied:7}; the same cause reaches a person once,
 *     however often it is delivered. Empty where nothing is ever delivered twice
 * @param underAlias whether no row may show for whom it is; only for people whom the vault knows
 */
public record Notification(
        PersonId to,
        String key,
        List<String> arguments,
        String address,
        String cause,
        Topic topic,
        Reach reach,
        Optional<InPlaceOf> inPlaceOf,
        boolean underAlias) {

    /** Whose work it is, while that person is away. */
    public record InPlaceOf(String name, boolean underground, Instant until) {}

    /** What a person may want to hear of outside of the product, or not. */
    public enum Topic {
        /** What becomes of what he raised under his name. */
        RAISED,
        /** The same, where he speaks in confidence: a telephone that rings may give him away. */
        RAISED_IN_CONFIDENCE,
        /** What waits for him as the one who has to do something. */
        WORK,
        /** Anything else that he should know. */
        OTHER
    }

    /** How far it goes. */
    public enum Reach {
        INBOX_ONLY,
        /** Also by the ways he has chosen, when he has chosen. */
        AS_CHOSEN,
        /** For life and limb: by the ways he has chosen, at any hour. */
        AT_ONCE
    }

    public Notification {
        arguments = List.copyOf(arguments);
        if (!LocalAddress.orHome(address).equals(address)) {
            throw new IllegalArgumentException("leads out of the installation: " + address);
        }
    }

    /** For himself. */
    public Notification(
            PersonId to, String key, List<String> arguments, String address, String cause, Topic topic, Reach reach) {
        this(to, key, arguments, address, cause, topic, reach, Optional.empty(), false);
    }

    /** The same for somebody of whom nobody may know that it is for him. */
    public Notification hiding() {
        return new Notification(to, key, arguments, address, cause, topic, reach, inPlaceOf, true);
    }

    /** The same for somebody who acts in place of a person who is away. */
    public Notification inPlaceOf(String name, boolean underground, Instant until) {
        var absent = Optional.of(new InPlaceOf(name, underground, until));
        return new Notification(to, key, arguments, address, cause, topic, reach, absent, underAlias);
    }

    /** Of no special topic, as far as the person has chosen. */
    public Notification(PersonId to, String key, List<String> arguments, String address, String cause) {
        this(to, key, arguments, address, cause, Topic.OTHER, Reach.AS_CHOSEN);
    }

    public Notification(PersonId to, String key, List<String> arguments, String address) {
        this(to, key, arguments, address, "");
    }
}
