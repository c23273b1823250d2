package cn.lianxin.platform.database;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Lets the embedded database start while the product still puts itself together. What fails in it is thrown where the
 * database is first asked for, as if it had started there. A first start waits: what else refuses to start must leave no
 * data behind.
 */
class DatabaseAhead implements EnvironmentPostProcessor {

    /** Of a start that says so itself: whoever only looks at the context, as when it is worked out beforehand, starts none. */
    static final String WANTED = "lianxin.database-ahead";

    private record Begun(Path data, CompletableFuture<EmbeddedPostgres> server) {}

    private static final AtomicReference<@Nullable Begun> BEGUN = new AtomicReference<>();

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var data = environment.getProperty("lianxin.data");
        if (data != null && environment.getProperty(WANTED, Boolean.class, false) && isEmbedded(environment)) {
            var directory = Path.of(data).toAbsolutePath();
            if (EmbeddedPostgres.standsIn(directory)) {
                begin(directory, environment.getProperty("lianxin.backup.archive", ""));
            }
        }
    }

    static boolean isEmbedded(Environment environment) {
        return environment.getProperty("spring.datasource.url", "embedded").equals("embedded");
    }

    private static void begin(Path data, String archive) {
        var begun = new Begun(data, CompletableFuture.supplyAsync(() -> new EmbeddedPostgres(data, archive)));
        BEGUN.set(begun);
        // Where nobody ever asked for it, it must not outlive us.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (BEGUN.compareAndSet(begun, null)) {
                begun.server.thenAccept(EmbeddedPostgres::close);
            }
        }));
    }

    /** The one that was begun for this directory, or else a new one. */
    static EmbeddedPostgres take(Path data, String archive) {
        var begun = BEGUN.get();
        if (begun == null || !begun.data.equals(data) || !BEGUN.compareAndSet(begun, null)) {
            return new EmbeddedPostgres(data, archive);
        }
        try {
            return begun.server.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw failed;
        }
    }
}
