/**
 * Measuring what the enterprise's texts are understood by, on anybody's own files: {@code ./lianxin evaluate}. Rows come
 * in as JSON lines or tab separated, one JSON object goes out; no server, no database, no data of a demo.
 */
@NullMarked
@ApplicationModule(
        id = "evaluation",
        allowedDependencies = {
            "kernel",
            "platform.emergency",
            "platform.identifying",
            "platform.text",
            "platform.classification",
            "platform.index",
            "platform.likeness",
            "platform.spreadsheet",
            "topic"
        })
package cn.lianxin.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
