package cn.lianxin.platform.audit;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import java.util.List;

/**
 * Who read, as he was at that moment: people move on, what is written down stays.
 *
 * @param key {@code person:12} or {@code application:3}
 * @param name of the person or the program
 * @param title of his post, empty where he has none
 * @param unit in which the post is, by name
 * @param roles by which he sees what others do not; none for a program
 */
public record Reader(String key, String name, String title, String unit, List<Role> roles) {

    public Reader {
        roles = List.copyOf(roles);
    }

    public static Reader person(Actor.Member member, String title, String unit) {
        var roles = member.grants().stream()
                .map(Grant::role)
                .filter(role -> !Role.ADMINISTRATORS.contains(role))
                .distinct()
                .sorted()
                .toList();
        return new Reader("person:" + member.person().value(), member.name(), title, unit, roles);
    }

    public static Reader application(Actor.Application application) {
        return new Reader("application:" + application.id(), application.name(), "", "", List.of());
    }

    /** Whether a program read, and not a person. */
    public boolean isProgram() {
        return key.startsWith("application:");
    }
}
