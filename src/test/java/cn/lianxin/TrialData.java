package cn.lianxin;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real texts, where the machine has them; they are never part of the repository. What is skipped without them is said aloud. */
public final class TrialData {

    private TrialData() {}

    /** Ends the test as skipped where there is no such file. */
    public static Path file(String name) {
        var folder = System.getProperty("lianxin.trial-data", System.getenv("LIANXIN_TRIAL_DATA"));
        if (folder == null || !Files.isReadable(Path.of(folder, name))) {
            System.out.println("没有试用数据，跳过 " + name + "（虚构的照常试）。 No trial data, " + name
                    + " is skipped; what is invented runs. Set LIANXIN_TRIAL_DATA to the folder that has it.");
            Assumptions.abort("no trial data");
        }
        return Path.of(folder, name);
    }
}
