package cn.lianxin.platform.witness;

import cn.lianxin.platform.manifest.Manifest;
import cn.lianxin.platform.merkle.EntryBundle;
import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.merkle.Unproven.Reason;
import cn.lianxin.platform.note.Checkpoint;
import cn.lianxin.platform.note.LogProof;
import cn.lianxin.platform.note.SignedNote;
import cn.lianxin.platform.note.TrustPolicy;
import cn.lianxin.platform.note.VerifierKey;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** {@code ./lianxin verify URL|FILE}: a whole log at its address; one proof file or the codes of a printed sheet without any network. */
public final class VerifyMain {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final Options options;
    private final Clock clock;
    private final PrintStream out;

    VerifyMain(Options options, Clock clock, PrintStream out) {
        this.options = options;
        this.clock = clock;
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(new VerifyMain(Options.of(arguments), Clock.systemUTC(), System.out).run());
    }

    int run() {
        try {
            var what = options.word().orElseThrow(() -> new IllegalArgumentException("URL|FILE"));
            return what.matches("https?://.*") ? log(new HttpLog(what)) : file(Path.of(what));
        } catch (Unproven refused) {
            out.println("✗ " + refused.sentence());
            return 1;
        } catch (IOException | IllegalArgumentException e) {
            out.println("✗ " + e.getMessage());
            return 2;
        }
    }

    private int log(LogFiles log) throws IOException {
        var point = believe(SignedNote.parse(log.read("checkpoint")), () -> log.read("key"));
        var report = Verification.of(log, point);
        report.faults().forEach(fault -> out.println("✗ " + fault.sentence()));
        out.println("账本 " + point.origin() + "，" + point.size() + " 条：公开的内容核对了 " + report.held() + " 条，按登记抹掉的 "
                + report.erased() + " 条，不给外人看或已经不再公开的 " + report.withheld() + " 条 · " + point.size() + " entries: "
                + report.held() + " held against what is published, " + report.erased() + " erased as entered, "
                + report.withheld() + " shown to others only, or no more");
        out.println(report.sound() ? "✓ 没有被改过 · Nothing was altered" : "✗ 对不上 · It does not agree");
        return report.sound() ? 0 : 1;
    }

    private int file(Path file) throws IOException {
        var text = text(file);
        if (SheetCodes.are(text)) {
            return sheet(text);
        }
        return DayProofFile.isOne(text) ? days(DayProofFile.parse(text)) : entry(LogProof.parse(text));
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException notText) {
            throw new Unproven(Reason.PROOF_MALFORMED, "not UTF-8", notText);
        }
    }

    /** What was said, and that it stands in the day that it names. */
    private int days(List<DayProof> proofs) throws IOException {
        for (var proof : proofs) {
            proof.mustHold();
            var point = believe(proof.entry().checkpoint(), VerifyMain::nobody);
            var words = proof.words();
            out.println(
                    "✓ 这些话 " + words.get("day") + " 那天记进了账本，没有被改过 · It was entered with its day, and was not altered: "
                            + proof.entry().index() + " / " + point.size());
            words.remove(DayProof.FILES);
            words.forEach((name, said) -> out.println("    " + name + ": " + said.replace("\n", "\n      ")));
            files(proof);
        }
        if (options.find("attachment").isPresent()) {
            attachment(Path.of(options.get("attachment")), proofs);
        }
        return 0;
    }

    private void files(DayProof proof) {
        for (var at = 1; at <= proof.committedFiles().size(); at++) {
            var file = proof.files().get(at);
            out.println("    附件 " + at + " · file " + at + ": "
                    + (file == null
                            ? "当时收下了，这份证明里没有它：多半是后来删了 · taken in then, not in this proof: most likely erased since"
                            : "SHA-256 " + file.sha256()));
        }
    }

    /** That somebody has the very file. */
    private void attachment(Path file, List<DayProof> proofs) throws IOException {
        var digest = HexFormat.of().formatHex(Hash.sha256(Files.readAllBytes(file)));
        if (proofs.stream().anyMatch(proof -> digest.equals(proof.words().get(DayProof.SEALED)))) {
            out.println("✓ " + file + " 就是那封锁着的信，一个字节也没有变 · is the locked letter, to the byte");
            return;
        }
        var at = proofs.stream()
                .flatMap(proof -> proof.files().entrySet().stream())
                .filter(one -> one.getValue().sha256().equals(digest))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new Unproven(Reason.FILE_DIFFERS, file + ": SHA-256 " + digest));
        out.println("✓ " + file + " 就是附件 " + at + "，一个字节也没有变 · is file " + at + ", to the byte");
    }

    private static byte[] nobody() {
        throw new Unproven(Reason.KEY_UNKNOWN, "--key=… or --policy=FILE says whom you believe");
    }

    private int entry(LogProof proof) throws IOException {
        var entry = options.find("entry").isPresent()
                ? Files.readAllBytes(Path.of(options.get("entry")))
                : proof.extra().orElseThrow(() -> new Unproven(Reason.PROOF_MALFORMED, "no entry in it: --entry=FILE"));
        EntryBundle.mustFit(entry);
        proof.mustInclude(entry);
        var point = believe(proof.checkpoint(), VerifyMain::nobody);
        var manifest = Manifest.parse(entry);
        out.println("✓ 这一条在账本里 · It is in the log: " + manifest.kind() + " " + manifest.subject() + ", " + manifest.at()
                + ", " + proof.index() + " / " + point.size());
        return 0;
    }

    /** The codes of a sheet of paper, and the words that are printed on it where they were typed. */
    private int sheet(String codes) throws IOException {
        var proof = SheetProof.parse(SheetCodes.join(codes));
        var point = believe(proof.checkpoint(), VerifyMain::nobody);
        proof.mustHold(point);
        var sheet = SheetReading.of(proof);
        sheet.lines().forEach(out::println);
        for (var field : List.of(SheetReading.BODY, SheetReading.CELLS)) {
            var option = field.equals(SheetReading.BODY) ? "words" : "table";
            if (options.find(option).isPresent()) {
                sheet.mustSay(field, Files.readString(Path.of(options.get(option))));
                out.println("✓ " + option + "：和账本里的一样 · as it was entered");
            } else if (sheet.unsaid().contains(field)) {
                out.println("· " + option + "：太长，码里没有；把纸上的打成文件再核对 · too long for the codes; type what is printed: --"
                        + option + "=FILE");
            }
        }
        out.println("✓ 以上的字在账本里，" + point.size() + " 条的底单签过名；现在还算不算数，要上网看 · These words stand in the log, below a"
                + " signed checkpoint of " + point.size()
                + " entries; whether they still stand now, only the network tells");
        return 0;
    }

    private interface Keys {
        byte[] read();
    }

    /** By the policy, by the key that was said, or by the log's own, which only shows that it agrees with itself. */
    private Checkpoint believe(SignedNote note, Keys own) throws IOException {
        if (options.find("policy").isPresent()) {
            var policy = TrustPolicy.parse(Files.readString(Path.of(options.get("policy"))));
            note.mustNotBeFromTheFuture(
                    policy.witnesses().stream().map(TrustPolicy.Known::key).toList(), clock.instant(), CLOCKS_DIFFER);
            return policy.mustBelieve(note);
        }
        var keys = options.find("key")
                .map(key -> List.of(VerifierKey.parse(key)))
                .orElseGet(() -> {
                    var read = new String(own.read(), StandardCharsets.UTF_8)
                            .lines()
                            .map(VerifierKey::parse)
                            .toList();
                    read.forEach(key -> out.println(
                            "公钥是账本自己给的，请和井口张贴的比一比 · The key is the log's own word; compare it with the one on the board: "
                                    + key));
                    return read;
                });
        note.mustBeSignedBy(keys);
        var point = Checkpoint.parse(note.text());
        point.mustBeOf(keys.getFirst().name());
        return point;
    }
}
