package cn.lianxin.api.concern;

import cn.lianxin.concern.CaseFile;
import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernState;
import cn.lianxin.concern.Move;
import cn.lianxin.concern.Reporter;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.promise.Grade;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A concern as this caller may see it.
 *
 * @param version as in the header {@code ETag}; sent back as {@code If-Match}, a move on what has changed is refused
 * @param mine whether the caller raised it, or holds its receipt
 * @param reporter empty where his name is not for this caller
 * @param ending how it ended, once its file is closed
 * @param lookBy by when somebody outside has to look at how it ended, while nobody has
 * @param windowEnds until when the worker may go on, once there is an answer
 * @param draft a reply that waits for approval
 * @param moves what the caller may do now
 */
record OneConcern(
        String number,
        int version,
        boolean mine,
        String title,
        String words,
        String place,
        ConcernKind kind,
        Channel channel,
        Reporter.Mode mode,
        String matter,
        String matterInWords,
        Grade grade,
        String state,
        String stateInWords,
        String reporter,
        String unit,
        Instant filedAt,
        String ownerUnit,
        String ownerName,
        Instant replyBy,
        Optional<String> lead,
        List<String> assisting,
        Optional<ConcernState.Ending> ending,
        Optional<Instant> lookBy,
        Optional<Instant> windowEnds,
        Optional<String> linkedTo,
        List<String> linked,
        Optional<ReplyParts> draft,
        Optional<Instant> extensionUntil,
        List<TalkItem> talk,
        List<FileItem> files,
        List<TranscriptItem> transcripts,
        List<Move> moves) {

    static OneConcern of(CaseFile file, Screen screen) {
        var state = StateName.of(file.state(), file.mine(), screen);
        return new OneConcern(
                file.number().toString(),
                file.version(),
                file.mine(),
                file.title(),
                file.words(),
                file.place(),
                file.kind(),
                file.channel(),
                file.mode(),
                file.matter(),
                file.matterName(screen.words().chinese()),
                file.grade(),
                state.name(),
                state.words(),
                file.reporterName(),
                file.unitName(),
                file.filedAt(),
                file.ownerUnit(),
                file.ownerName(),
                file.replyBy(),
                file.leadName(),
                file.assistingNames(),
                file.ending(),
                file.lookBy(),
                file.windowEnds(),
                file.linkedTo(),
                file.linked(),
                file.draft().map(ReplyParts::of),
                file.extensionUntil(),
                file.talk().stream().map(line -> TalkItem.of(line, screen)).toList(),
                file.attachments().stream().map(FileItem::of).toList(),
                file.spoken().transcripts().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> TranscriptItem.of(entry.getKey(), entry.getValue()))
                        .toList(),
                file.moves().stream().sorted().toList());
    }
}
