package cn.lianxin.duty;

import cn.lianxin.platform.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One line of the list, in one wording.
 *
 * @param place of the wording, from one on
 * @param from the first day on which this wording counts
 * @param matter by which the table of responsibility names the unit
 * @param post that publishes, in words
 * @param terms how long everything takes
 * @param columns the only ones that a table of this kind may have
 * @param ended from that day on it is no duty any more
 */
public record Duty(
        String code,
        int place,
        LocalDate from,
        Said name,
        Said contents,
        String matter,
        Said post,
        Rhythm rhythm,
        Terms terms,
        List<String> columns,
        Source source,
        boolean ended) {

    public Duty {
        columns = List.copyOf(columns);
    }

    /** In both languages. */
    public record Said(String chinese, String english) {
        public String in(boolean chineseWanted) {
            return chineseWanted ? chinese : english;
        }
    }

    /**
     * @param days after the period, or after what happened, by which it stands there
     * @param working whether those days are working days
     * @param staysDays natural days for which it stays; empty until something replaces it
     * @param objectionDays working days within which anybody of the circle may object; zero for none
     * @param replyDays working days within which an objection is answered
     * @param acknowledged whether everybody is asked to say that he has read it
     * @param unreadTold whether whoever keeps it is told who has not
     */
    public record Terms(
            int days,
            boolean working,
            Optional<Integer> staysDays,
            int objectionDays,
            int replyDays,
            boolean acknowledged,
            boolean unreadTold) {}

    /** @param on the day of which the text was read */
    public record Source(Said words, LocalDate on, Checked checked) {}

    /** The last day on which it is in time. */
    LocalDate dueAfter(LocalDate over, WorkingCalendar calendar) {
        return terms.working() ? calendar.plusWorkingDays(over, terms.days()) : over.plusDays(terms.days());
    }
}
