package cn.lianxin.demo;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.newsroom.Mastheads;
import cn.lianxin.newsroom.Mastheads.Masthead;
import cn.lianxin.newsroom.NewsroomInTime;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.reprint.Reprint;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The paper of the invented enterprise: each piece handed in by whoever wrote it, passed by three and published, at its time. */
@Component
class Newspaper {

    private static final Logger LOG = LoggerFactory.getLogger(Newspaper.class);
    private static final Duration BEFORE = Duration.ofHours(20);
    private static final Duration BETWEEN = Duration.ofMinutes(35);

    private final NewsroomInTime newsroom;
    private final Attachments attachments;
    private final Mastheads mastheads;

    Newspaper(NewsroomInTime newsroom, Attachments attachments, Mastheads mastheads) {
        this.newsroom = newsroom;
        this.attachments = attachments;
        this.mastheads = mastheads;
    }

    /** The oldest first; what the rules of today refuse is left out. */
    void play(Company company, LocalDate today, Instant now, List<Written> pieces, TransactionTemplate alone) {
        alone.executeWithoutResult(_ -> mastheads.begin(masthead(company)));
        var editors = List.of(
                holder(company, Role.EDITOR), holder(company, Role.SECTION_EDITOR), holder(company, Role.CHIEF_EDITOR));
        pieces.stream()
                .sorted((one, other) -> Integer.compare(other.days(), one.days()))
                .forEach(piece -> attempt(
                        piece,
                        () -> alone.executeWithoutResult(_ -> print(piece, company, piece.at(today, now), editors))));
    }

    private void print(Written piece, Company company, Instant at, List<Actor.Member> editors) {
        var people = company.plan().in(piece.unit());
        var author = company.member(
                people.get(Math.min(piece.rank(), people.size() - 1)).staffNumber());
        var clock = new SetClock();
        clock.set(at.minus(BEFORE));
        var pictures = piece.pictures().stream()
                .map(picture -> new NewsroomInTime.Picture(
                        attachments
                                .take(
                                        new ByteArrayInputStream(Drawing.of(picture.scene(), piece.title())),
                                        picture.scene() + ".jpg",
                                        author)
                                .id()
                                .value(),
                        picture.alternativeText(),
                        picture.caption()))
                .toList();
        var id = newsroom.submit(
                new NewsroomInTime.Piece(
                        piece.channel(), piece.title(), author.name(), piece.text(), Reprint.NONE, pictures),
                author,
                clock);
        var passes = piece.passes();
        for (var place = 0; place < Math.min(passes, stages(piece)); place++) {
            clock.set(at.minus(BETWEEN.multipliedBy(editors.size() - (long) place)));
            newsroom.pass(id, piece.title().length() % 4, editors.get(place), clock);
        }
        if (piece.days() >= 0) {
            clock.set(at);
            newsroom.publish(id, editors.getFirst(), clock);
            if (piece.channel().equals("accident")) {
                clock.set(at.plus(Duration.ofMinutes(12)));
                newsroom.pass(id, 0, editors.getLast(), clock);
            }
        }
    }

    /** Before it comes out. */
    private static int stages(Written piece) {
        var two = List.of("accident", "writing", "prose", "poetry", "fiction", "photography", "slides", "exhibition");
        return two.contains(piece.channel()) ? 2 : 3;
    }

    private static Masthead masthead(Company company) {
        return new Masthead(
                LocalDate.of(2020, 1, 1),
                "青川矿工",
                "Qingchuan Miner",
                "说矿上的事，让矿工看得懂",
                "青川煤业公司党群工作部",
                holder(company, Role.CHIEF_EDITOR).name(),
                "责任编辑 " + holder(company, Role.SECTION_EDITOR).name() + "，编辑 "
                        + holder(company, Role.EDITOR).name(),
                "内线 6120",
                "bao@qingchuan.example",
                "青ICP备00000000号",
                "青公网安备 00000000000000号",
                "青川煤业通讯网");
    }

    private static Actor.Member holder(Company company, Role role) {
        return company.member(company.plan().holders(role, "G-C").getFirst().staffNumber());
    }

    private static void attempt(Written piece, Runnable print) {
        try {
            print.run();
        } catch (Refusal refused) {
            LOG.warn("article {} of the demo enterprise is left out: {}", piece.title(), refused.getMessage());
        }
    }

    /**
     * One piece as it was written for the demo.
     *
     * @param days before today when it came out; below zero it is still read, and has been passed by one fewer than that many
     */
    record Written(
            int days,
            String time,
            String channel,
            String unit,
            int rank,
            String title,
            String text,
            List<Picture> pictures) {

        record Picture(String scene, String alternativeText, String caption) {}

        static Written of(String[] row) {
            var pictures = row[7].isEmpty()
                    ? List.<Picture>of()
                    : List.of(row[7].split("\\|")).stream()
                            .map(one -> one.split(";", -1))
                            .map(one -> new Picture(one[0], one[1], one[2]))
                            .toList();
            return new Written(
                    Integer.parseInt(row[0]),
                    row[1],
                    row[2],
                    row[3],
                    Integer.parseInt(row[4]),
                    row[5],
                    row[6],
                    pictures);
        }

        int passes() {
            return days >= 0 ? 9 : -days - 1;
        }

        /** Of today what lies ahead came out yesterday. */
        Instant at(LocalDate today, Instant now) {
            var at = today.minusDays(Math.max(days, 0))
                    .atTime(java.time.LocalTime.parse(time))
                    .atZone(WorkingCalendar.ZONE)
                    .toInstant();
            var spare = Duration.ofMinutes(15);
            return at.isBefore(now.minus(spare)) ? at : at.minus(Duration.ofDays(1));
        }
    }
}
