package cn.lianxin.bench;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;

/** What one filing says to the database, from the form that is sent to the notification that is delivered. */
final class Recording {

    private Recording() {}

    static List<Exchange> ofOneFiling(ConfigurableApplicationContext context, Cast cast) throws Exception {
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        var visitor = new Visitor(URI.create("http://127.0.0.1:" + port));
        visitor.signIn(staffNumber(context, cast));
        for (var token : drafts(context, 3)) {
            Recorder.HEARD.clear();
            Recorder.on = true;
            var answer = visitor.post("/concerns", Map.of("token", token, "mode", "NAMED"));
            Thread.sleep(Duration.ofSeconds(1));
            Recorder.on = false;
            if (answer.status() != 201) {
                throw new IllegalStateException("a filing answered " + answer.status() + ": " + answer.body());
            }
        }
        return List.copyOf(Recorder.HEARD);
    }

    private static String staffNumber(ConfigurableApplicationContext context, Cast cast) {
        return context.getBean(cn.lianxin.organization.Directory.class)
                .person(cast.workers().getFirst())
                .staffNumber();
    }

    private static List<String> drafts(ConfigurableApplicationContext context, int count) throws SQLException {
        try (var connection = context.getBean(DataSource.class).getConnection()) {
            return Drafts.prepare(connection, count);
        }
    }
}
