package cn.lianxin.concern;

import cn.lianxin.platform.attachment.AttachmentKind;
import cn.lianxin.platform.attachment.StoredAttachment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the worker sent along with his words, and what was written down of it.
 *
 * @param files of the worker's; nobody writes down what the office itself says
 */
public record Spoken(Set<UUID> files, Map<UUID, Transcript> transcripts) {

    /** @param name tells the people who wrote by their names */
    static Spoken in(List<Step> steps, Map<UUID, TranscriptMark> marks, Function<Step, String> name) {
        var files = new HashSet<UUID>();
        var versions = new HashMap<UUID, List<Transcript.Version>>();
        for (var step : steps) {
            if (step.by() instanceof Step.Author.Speaker || step.event() instanceof ConcernEvent.Filed) {
                files.addAll(step.event().files());
            }
            if (step.event() instanceof ConcernEvent.Transcribed(var recording, var text)) {
                versions.computeIfAbsent(recording, _ -> new ArrayList<>())
                        .add(new Transcript.Version(text, name.apply(step), step.at()));
            }
        }
        var transcripts = new HashMap<UUID, Transcript>();
        versions.forEach((recording, all) -> transcripts.put(
                recording,
                new Transcript(
                        marks.getOrDefault(recording, TranscriptMark.UNWRITTEN).state(), all)));
        return new Spoken(files, transcripts);
    }

    public Optional<Transcript> transcriptOf(StoredAttachment file) {
        return Optional.ofNullable(transcripts.get(file.id().value()));
    }

    public boolean isRecordingOfTheWorker(StoredAttachment file) {
        return file.kind() == AttachmentKind.RECORDING
                && files.contains(file.id().value());
    }

    /** Whether there is a transcript that the worker disputes. */
    public boolean disputed() {
        return transcripts.values().stream().anyMatch(one -> one.state() == TranscriptState.DISPUTED);
    }

    /** The first words of what was raised in speech alone, to stand behind its title; empty before they are written down. */
    String lineOf(Filing filing, List<Step> steps) {
        return steps.getFirst().event().files().stream()
                .filter(_ -> filing.words().isEmpty())
                .flatMap(file -> Optional.ofNullable(transcripts.get(file)).stream())
                .findFirst()
                .map(transcript ->
                        "：" + Saying.beginningOf(transcript.standing().text()))
                .orElse("");
    }

    /** The transcripts that stand, for whoever searches in words. */
    String text() {
        return transcripts.values().stream().map(one -> one.standing().text()).collect(Collectors.joining("\n"));
    }
}
