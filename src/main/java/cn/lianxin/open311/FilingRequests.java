package cn.lianxin.open311;

import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.concern.Uploads;
import cn.lianxin.kernel.Actor;
import cn.lianxin.open311.RequestFault.Fault;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.audit.Door;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/** Files what an application hands in; with a token of its own once, however often it is sent. */
@Component
class FilingRequests {

    private final RaisingConcerns raising;
    private final ReadingConcerns reading;
    private final Attachments attachments;
    private final Filings filings;
    private final TransactionTemplate transactions;
    private final SecureRandom random = new SecureRandom();

    FilingRequests(
            RaisingConcerns raising,
            ReadingConcerns reading,
            Attachments attachments,
            Filings filings,
            TransactionTemplate transactions) {
        this.raising = raising;
        this.reading = reading;
        this.attachments = attachments;
        this.filings = filings;
        this.transactions = transactions;
    }

    /** @param content digest of everything that was sent */
    Handover file(
            RequestForm form, List<MultipartFile> media, String content, String linkIntroduction, Caller.Known caller) {
        var earlier = form.token().flatMap(token -> filings.withToken(caller, token));
        if (earlier.isPresent()) {
            return again(mustBeSame(earlier.get(), content), form, caller);
        }
        var files = Uploads.of(media, List.of(), attachments, caller.actor()).mustBeWhole();
        var concern = form.concern(files, linkIntroduction);
        return Objects.requireNonNull(transactions.execute(_ -> fileOnce(concern, form, content, caller)));
    }

    private Handover fileOnce(NewConcern concern, RequestForm form, String content, Caller.Known caller) {
        var raised = raising.raise(
                concern, form.token().map(caller.secret()::tokenOf).orElseGet(this::newToken), caller.actor());
        var opened = reading.open(
                raised.number(),
                Door.OPEN311,
                new Actor.ReceiptHolder(raised.receipt().digest()));
        var filing = new Filing(
                0,
                raised.number(),
                raised.receipt().digest(),
                opened.filedAt(),
                Services.isWithheld(form.matter()),
                content);
        if (!filings.add(caller, filing, form.token())) {
            var first = form.token()
                    .flatMap(token -> filings.withToken(caller, token))
                    .filter(it -> it.number().equals(raised.number()))
                    .orElseThrow(FilingRequests::usedOtherwise);
            mustBeSame(first, content);
        }
        return new Handover(filing, form.token(), Optional.of(raised.receipt()), opened.ownerUnit(), opened.replyBy());
    }

    private Handover again(Filing filing, RequestForm form, Caller.Known caller) {
        var opened = reading.open(filing.number(), Door.OPEN311, new Actor.ReceiptHolder(filing.receipt()));
        var receipt = form.token()
                .map(caller.secret()::tokenOf)
                .flatMap(raising::raisedWith)
                .map(raised -> raised.receipt())
                .filter(it -> it.digest().equals(filing.receipt()));
        return new Handover(filing, form.token(), receipt, opened.ownerUnit(), opened.replyBy());
    }

    private static Filing mustBeSame(Filing earlier, String content) {
        if (!earlier.content().equals(content)) {
            throw usedOtherwise();
        }
        return earlier;
    }

    private static RequestFault usedOtherwise() {
        return new RequestFault(Fault.wrong("token-used"));
    }

    private String newToken() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
