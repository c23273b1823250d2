package cn.lianxin.demo;

import cn.lianxin.concern.ConcernsInTime;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.promise.Matter;
import cn.lianxin.promise.Matters;
import cn.lianxin.promise.TimeLimits;
import cn.lianxin.verdict.VerdictsInTime;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty installation. The enterprise is founded in one transaction, every story is played in one of its own; a
 * start after an interruption plays what is missing, by the plan of the day on which it began.
 */
@Component
class DemoEnterprise {

    private static final Logger LOG = LoggerFactory.getLogger(DemoEnterprise.class);
    private static final int LOOK_AGAIN_AFTER = 150;

    private final Founding founding;
    private final ShowAccounts accounts;
    private final Progress progress;
    private final ConcernsInTime concerns;
    private final VerdictsInTime verdicts;
    private final Directory directory;
    private final Matters matters;
    private final TimeLimits limits;
    private final WorkingCalendar calendar;
    private final Inbox inbox;
    private final Absences absences;
    private final OfficeWork officeWork;
    private final Showing showing;
    private final Safeguarding safeguarding;
    private final Foreseeing foreseeing;
    private final Newspaper newspaper;
    private final Disclosing disclosing;
    private final Praising praising;
    private final Telling telling;
    private final TransactionTemplate claiming;
    private final TransactionTemplate loading;
    private final Clock clock;

    DemoEnterprise(
            Founding founding,
            ShowAccounts accounts,
            Progress progress,
            ConcernsInTime concerns,
            VerdictsInTime verdicts,
            Directory directory,
            Matters matters,
            TimeLimits limits,
            WorkingCalendar calendar,
            Inbox inbox,
            Absences absences,
            OfficeWork officeWork,
            Showing showing,
            Safeguarding safeguarding,
            Foreseeing foreseeing,
            Newspaper newspaper,
            Disclosing disclosing,
            Praising praising,
            Telling telling,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.founding = founding;
        this.accounts = accounts;
        this.progress = progress;
        this.concerns = concerns;
        this.verdicts = verdicts;
        this.directory = directory;
        this.matters = matters;
        this.limits = limits;
        this.calendar = calendar;
        this.inbox = inbox;
        this.absences = absences;
        this.officeWork = officeWork;
        this.showing = showing;
        this.safeguarding = safeguarding;
        this.foreseeing = foreseeing;
        this.newspaper = newspaper;
        this.disclosing = disclosing;
        this.praising = praising;
        this.telling = telling;
        this.claiming = new TransactionTemplate(transactions);
        this.loading = new TransactionTemplate(transactions);
        loading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Whether there is anything to load. */
    boolean isMissing() {
        return progress.read().map(begun -> !begun.finished()).orElseGet(progress::installationIsEmpty);
    }

    /**
     * Loads what is missing; nothing where somebody else's units stand or everything is there, or another process is at it.
     *
     * @param wanted so many concerns, about
     * @param played is told how many stories of a hundred are played
     */
    void load(int wanted, IntConsumer played) {
        claiming.executeWithoutResult(_ -> {
            if (progress.claim() && isMissing()) {
                loadMissing(wanted, played);
            }
        });
    }

    private void loadMissing(int wanted, IntConsumer played) {
        var begun = progress.read();
        var day = begun.map(Progress.Begun::day)
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE));
        var content = Content.packaged();
        var enterprise = EnterprisePlanner.plan(content, day);
        var company = new Company(enterprise, directory);
        if (begun.isEmpty()) {
            loading.executeWithoutResult(_ -> found(company, day));
            loading.executeWithoutResult(_ -> progress.lookAtTables());
        }
        var secret = progress.read().orElseThrow().secret();
        play(stories(content, enterprise, day, wanted), company, day, secret, played);
        foreseeing.play(company, loading, secret);
        telling.play(company, loading, secret, content.told());
        try {
            loading.executeWithoutResult(_ -> {
                progress.hurry();
                officeWork.playWeeks(company, day);
            });
        } catch (Refusal refused) {
            LOG.warn(
                    "what the offices did beside the stories of the demo enterprise is left out: {}",
                    refused.getMessage());
        }
        telling.follow(loading);
        showing.play(company, loading);
        newspaper.play(company, day, clock.instant(), content.articles(), loading);
        try {
            loading.executeWithoutResult(_ -> disclosing.play(company, day));
        } catch (Refusal refused) {
            LOG.warn("the notice board of the demo enterprise stays empty", refused);
        }
        try {
            loading.executeWithoutResult(_ -> praising.play(company, day));
        } catch (Refusal refused) {
            LOG.warn("nobody of the demo enterprise is held up as an example", refused);
        }
        loading.executeWithoutResult(_ -> {
            safeguarding.play(company);
            absences.begin(company, day);
            progress.finish();
        });
    }

    private void found(Company company, LocalDate day) {
        progress.begin(day, new BigInteger(128, new SecureRandom()).toString(Character.MAX_RADIX));
        accounts.open(founding.found(company, day), company.plan());
    }

    List<Story> stories(Content content, EnterprisePlan enterprise, LocalDate day, int wanted) {
        var scripts = new Scripts(
                content.scripts(),
                matters.all(),
                (grade, filedAt) ->
                        limits.of(Matter.UNCLASSIFIED, grade, filedAt).replyBy());
        return StoryPlanner.plan(content, enterprise, scripts, calendar, day, wanted);
    }

    private void play(List<Story> stories, Company company, LocalDate day, String secret, IntConsumer played) {
        var stage = new Stage(company, concerns, verdicts, new Messages(inbox, company, matters.all(), day));
        for (var place = 0; place < stories.size(); place++) {
            var story = stories.get(place);
            play(story, stage, secret + ":" + story.number());
            if (place == LOOK_AGAIN_AFTER) {
                loading.executeWithoutResult(_ -> progress.lookAtTables());
            }
            played.accept(100 * (place + 1) / stories.size());
        }
    }

    /** What the rules of today refuse is left out: a demo never keeps the product from starting. */
    private void play(Story story, Stage stage, String token) {
        try {
            loading.executeWithoutResult(_ -> {
                progress.hurry();
                stage.play(story, token);
            });
        } catch (Refusal refused) {
            LOG.warn(
                    "story {} of the demo enterprise ({}) is left out: {}",
                    story.number(),
                    story.plot(),
                    refused.getMessage());
        }
    }
}
