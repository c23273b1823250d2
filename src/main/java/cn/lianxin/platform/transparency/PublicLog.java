package cn.lianxin.platform.transparency;

import cn.lianxin.platform.manifest.Manifest;
import cn.lianxin.platform.manifest.Salt;
import java.time.Clock;
import java.util.HashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes down that something is published: one row, in the transaction of whoever publishes. Nobody waits for a number. */
@Component
public class PublicLog {

    private final Entries entries;
    private final Clock clock;

    PublicLog(Entries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** Fails where the manifest is over the size limit; the same publication twice is taken down once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Publication publication) {
        var salts = new HashMap<String, Salt>();
        publication.fields().keySet().forEach(name -> salts.put(name, Salt.random()));
        var manifest =
                Manifest.of(publication.kind(), publication.subject(), clock.instant(), publication.fields(), salts);
        entries.add(manifest, salts);
    }
}
