package cn.lianxin.desk;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the statements that something sends to the database in its own thread, as Spring's log tells them. */
public final class Statements {

    private Statements() {}

    public static long countedIn(Callable<?> something) throws Exception {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var before = logger.getLevel();
        var counter = new Counter(Thread.currentThread());
        counter.start();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(counter);
        try {
            something.call();
        } finally {
            logger.detachAppender(counter);
            logger.setAdditive(true);
            logger.setLevel(before);
        }
        return counter.count;
    }

    private static final class Counter extends AppenderBase<ILoggingEvent> {
        private final Thread thread;
        private long count;

        private Counter(Thread thread) {
            this.thread = thread;
        }

        @Override
        protected void append(ILoggingEvent event) {
            if (Thread.currentThread() == thread && event.getMessage().startsWith("Executing prepared SQL statement")) {
                count++;
            }
        }
    }
}
