package cn.lianxin.platform.notification;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.web.LocalAddress;
import java.util.List;

/**
 * That something happened, for one person. Tells him enough to decide whether to look, and no more: it may be read on a
 * lock screen.
 *
 * @param key of the sentence in {@code messages/}
 * @param arguments of the sentence, already in words
 * @param address where to look, a path of this installation
 * @param cause names the fact, such as {@code concern:2026-000123:replied:7}; the same cause reaches a person once,
 *     however often it is delivered. Empty where nothing is ever delivered twice
 */
public record Notification(PersonId to, String key, List<String> arguments, String address, String cause) {

    public Notification {
        arguments = List.copyOf(arguments);
        if (!LocalAddress.orHome(address).equals(address)) {
            throw new IllegalArgumentException("leads out of the installation: " + address);
        }
    }

    public Notification(PersonId to, String key, List<String> arguments, String address) {
        this(to, key, arguments, address, "");
    }
}
