package cn.lianxin.report;

import cn.lianxin.platform.paper.Paper;
import cn.lianxin.platform.web.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reports on paper. */
@Component
class Papers {

    private final Paper paper;

    Papers(Paper paper) {
        this.paper = paper;
    }

    /** A4. */
    byte[] report(LaidOut report, Words words) {
        return paper.of("report/paper.jte", text("paper.css"), Map.of("report", report, "words", words));
    }

    /** A3 across, for the notice board. */
    byte[] sheet(LaidOut report, Words words) {
        return paper.of("report/board.jte", text("board.css"), Map.of("report", report, "words", words));
    }

    private static String text(String name) {
        try (var in = Papers.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
