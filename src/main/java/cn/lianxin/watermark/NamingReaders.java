package cn.lianxin.watermark;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.audit.AuditTrail;
import java.awt.image.BufferedImage;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Says whose page a screenshot shows. Every search is written down, whether it finds somebody or not. */
@Component
class NamingReaders {

    static final Duration BACK = Duration.ofDays(400);

    private static final int MOST = 200_000;

    /** @param zeros that the chance of naming a wrong one has behind its point */
    record Named(Watermark watermark, int zeros) {}

    /** One after the other: a search keeps a processor busy for seconds. */
    private final Semaphore searching = new Semaphore(1);

    private final Watermarks watermarks;
    private final Seed seed;
    private final AuditTrail audit;
    private final Clock clock;

    NamingReaders(Watermarks watermarks, Seed seed, AuditTrail audit, Clock clock) {
        this.watermarks = watermarks;
        this.seed = seed;
        this.audit = audit;
        this.clock = clock;
    }

    /** Himself, never his deputy; for everybody else there is no such page (NotFound). */
    static void mustSearch(Actor by) {
        if (!(by instanceof Actor.Member member) || !member.onHisOwn().is(Role.SUPERVISOR)) {
            throw new Refusal.NotFound();
        }
    }

    Optional<Named> name(byte[] bytes, Actor by) {
        mustSearch(by);
        var given = watermarks.givenSince(clock.instant().minus(BACK), MOST);
        searching.acquireUninterruptibly();
        Optional<Named> named;
        try {
            named = search(Screenshot.of(bytes), given);
        } finally {
            searching.release();
        }
        audit.record(
                by,
                "watermark.searched",
                "watermark:"
                        + named.map(found -> String.valueOf(found.watermark().id()))
                                .orElse("none"),
                named.map(found -> found.watermark().reader()).orElse(""));
        return named;
    }

    private Optional<Named> search(BufferedImage picture, Collection<Long> given) {
        var key = seed.bytes();
        return Screenshot.sizes(picture)
                .map(size -> Finding.in(size, key).among(given))
                .flatMap(Optional::stream)
                .findFirst()
                .flatMap(found -> watermarks.get(found.mark()).map(mark -> new Named(mark, zeros(found))));
    }

    private static int zeros(Finding.Found found) {
        return (int) Math.clamp(-Math.log10(found.chance()), 0, 12);
    }
}
