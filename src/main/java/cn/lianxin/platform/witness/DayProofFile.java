package cn.lianxin.platform.witness;

import cn.lianxin.platform.manifest.Salt;
import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.merkle.Unproven.Reason;
import cn.lianxin.platform.note.LogProof;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Proofs in one text file, below what it is and how it is checked. There is one way to write it: so nobody puts other words above a
 * proof that holds.
 */
public final class DayProofFile {

    private static final String HEAD = """
            连心证明：下面 content 后面写的，在它写明的那一天记进了公开账本，从那以后一个字也没有改过。怎么核对：在任何一台装了连心的电脑上运行 ./lianxin verify 这个文件 --key 井口贴的公钥，不用联网；文件里的字一个也别动。
            Lianxin proof: what stands behind "content" below was entered in the public log with the day that it names, and not a word of it was altered since. To check it without a network, on any computer with Lianxin: ./lianxin verify THIS-FILE --key THE-KEY-ON-THE-BOARD; alter nothing in it.
            """;

    /** Only above proofs with files: what was handed out without them is written as it was. */
    private static final String OF_FILES = """

            照片、录音、文件：每个 file 后面最末一串，是当时存下的那一个的 SHA-256。请从自己反映的那一页把它存下来（存的时候去掉了拍摄地点这些，跟手机里的原图不是同一份），再核对：sha256sum 那个文件，两串一样就是它；或者 ./lianxin verify 这个文件 --key 公钥 --attachment 那个文件。
            Photos, recordings, documents: the last word behind each "file" is the SHA-256 of what was kept then. Save it from the page of your concern (where it was taken and the like was removed, so it is not the picture in the phone) and compare with sha256sum, or with ./lianxin verify THIS-FILE --key THE-KEY-ON-THE-BOARD --attachment THE-PHOTO.
            """;

    /** Only above proofs of what was sealed. */
    private static final String OF_SEALED = """

            密封举报：证明里没有信的内容，sha256 后面是锁着的那封信的 SHA-256。把它存成文件（locked.json）再核对：sha256sum locked.json，两串一样就是它；或者 ./lianxin verify 这个文件 --key 公钥 --attachment locked.json。里面写了什么，由手里有钥匙的人打开给人看。
            Sealed reports: what was written is not in this proof; behind "sha256" stands the SHA-256 of the locked letter. Keep that as a file (locked.json) and compare with sha256sum, or with ./lianxin verify THIS-FILE --key THE-KEY-ON-THE-BOARD --attachment locked.json. What it says, whoever has a key can open and show.
            """;

    private static final String BEGIN = "-----BEGIN LIANXIN PROOF-----\n";
    private static final String END = "-----END LIANXIN PROOF-----\n";
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final Pattern FILE = Pattern.compile("([1-9][0-9]{0,2}) (\\S+) ([0-9a-f]{64})");
    private static final int LONGEST_PATH = 63;

    private DayProofFile() {}

    public static String of(List<DayProof> proofs) {
        var file = new StringBuilder(HEAD);
        if (proofs.stream().anyMatch(proof -> !proof.files().isEmpty())) {
            file.append(OF_FILES);
        }
        if (proofs.stream().anyMatch(DayProof::isSealed)) {
            file.append(OF_SEALED);
        }
        proofs.forEach(
                proof -> file.append('\n').append(BEGIN).append(part(proof)).append(END));
        return file.toString();
    }

    /** Whether it begins like one, whatever became of the rest. */
    static boolean isOne(String file) {
        return file.contains(BEGIN.strip()) || file.contains(HEAD.substring(0, "连心证明".length()));
    }

    /** Refuses {@code PROOF_MALFORMED} and what its parts refuse. */
    public static List<DayProof> parse(String file) {
        if (file.indexOf('\r') >= 0) {
            throw malformed("the line ends are others than they were");
        }
        var parts = new ArrayList<DayProof>();
        var at = file.indexOf(BEGIN);
        while (at >= 0) {
            var from = at + BEGIN.length();
            var until = file.indexOf(END, from);
            if (until < 0) {
                throw malformed("it is cut off");
            }
            parts.add(parsed(file.substring(from, until)));
            at = file.indexOf(BEGIN, until);
        }
        if (parts.isEmpty()) {
            throw malformed("there is no proof in it");
        }
        if (!of(parts).equals(file)) {
            throw malformed(
                    "it is not written as it was handed out: something was added, left out or altered around the proof");
        }
        return parts;
    }

    private static String part(DayProof proof) {
        var part = new StringBuilder();
        line(part, "content", proof.content());
        line(part, "salt", proof.salt());
        line(part, "leaf", proof.leaf());
        proof.files().forEach((at, one) -> line(part, "file", at, one.salt(), one.sha256()));
        line(part, "place", proof.place());
        proof.path().forEach(hash -> line(part, "path", hash));
        proof.opened().forEach((name, field) -> line(part, "field", name, field.salt(), field.value()));
        return part.append(proof.entry()).toString();
    }

    private static void line(StringBuilder part, Object... words) {
        part.append(String.join(
                        " ", List.of(words).stream().map(String::valueOf).toList()))
                .append('\n');
    }

    private static DayProof parsed(String part) {
        var lines = new Lines(part);
        var content = lines.take("content");
        var salt = Salt.parse(lines.take("salt"));
        var leaf = Hash.parse(lines.take("leaf"));
        var files = files(lines);
        var place = lines.take("place");
        if (!NUMBER.matcher(place).matches()) {
            throw malformed("place " + place);
        }
        var path = new ArrayList<Hash>();
        while (lines.isNext("path")) {
            path.add(Hash.parse(lines.take("path")));
        }
        if (path.size() > LONGEST_PATH) {
            throw malformed("more than " + LONGEST_PATH + " hashes");
        }
        var opened = new TreeMap<String, DayProof.Opened>();
        while (lines.isNext("field")) {
            var words = lines.take("field").split(" ", 3);
            if (words.length != 3) {
                throw malformed("field " + words[0]);
            }
            opened.put(words[0], new DayProof.Opened(Salt.parse(words[1]), words[2]));
        }
        return new DayProof(
                content, salt, leaf, files, Long.parseLong(place), path, opened, LogProof.parse(lines.rest()));
    }

    private static TreeMap<Integer, DayProof.OpenedFile> files(Lines lines) {
        var files = new TreeMap<Integer, DayProof.OpenedFile>();
        while (lines.isNext("file")) {
            var words = FILE.matcher(lines.take("file"));
            if (!words.matches()) {
                throw malformed("file");
            }
            files.put(
                    Integer.valueOf(words.group(1)),
                    new DayProof.OpenedFile(Salt.parse(words.group(2)), words.group(3)));
        }
        return files;
    }

    /** Goes through a text line by line. */
    private static final class Lines {
        private final String text;
        private int at;

        Lines(String text) {
            this.text = text;
        }

        boolean isNext(String word) {
            return text.startsWith(word + " ", at);
        }

        String take(String word) {
            var end = text.indexOf('\n', at);
            if (!isNext(word) || end < 0) {
                throw malformed("no " + word);
            }
            var taken = text.substring(at + word.length() + 1, end);
            at = end + 1;
            return taken;
        }

        String rest() {
            return text.substring(at);
        }
    }

    private static Unproven malformed(String why) {
        return new Unproven(Reason.PROOF_MALFORMED, why);
    }
}
