package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.promise.RulesThen.RuleThen;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 类案: like cases before whoever decides one, and what he said of them; where there is none, the page works without. */
public interface Precedents {

    /** What stands before the name of a form field that says of one like case whether this one is decided the same way. */
    String FIELD = "like-";

    /**
     * @param rule by which the answer was promised on its day
     * @param asked whether he has to say if this one is decided the same way
     */
    record LikeCase(DecidedConcern decided, Optional<RuleThen> rule, boolean asked) {
        public String field() {
            return FIELD + decided.number();
        }
    }

    /**
     * What was said when an answer was given.
     *
     * @param same whether it was decided the same way
     * @param because why not
     */
    record Kept(DecidedConcern decided, boolean same, String because, String by, Instant at) {}

    /**
     * What the page of a case shows of like ones.
     *
     * @param likest before whoever decides it, else empty
     * @param kept the latest first
     * @param overturned whether its answer was found wrong and he may look at the like ones again
     */
    record Beside(List<LikeCase> likest, List<Kept> kept, boolean overturned) {
        public static final Beside NOTHING = new Beside(List.of(), List.of(), false);

        public boolean asks() {
            return likest.stream().anyMatch(LikeCase::asked);
        }
    }

    /**
     * What a form brought back.
     *
     * @param same by number, whether it is decided the same way
     */
    record Said(Map<String, Boolean> same, String because) {

        public static final Said NOTHING = new Said(Map.of(), "");

        public static Said in(Map<String, String[]> form) {
            var same = new LinkedHashMap<String, Boolean>();
            form.forEach((name, values) -> {
                if (name.startsWith(FIELD) && values.length > 0 && !values[0].isEmpty()) {
                    same.put(name.substring(FIELD.length()), values[0].equals("same"));
                }
            });
            var because = form.getOrDefault("because", new String[0]);
            return new Said(same, because.length == 0 ? "" : because[0]);
        }
    }

    /** For a page that he opens; what it shows and asks about is written down. */
    Beside beside(CaseFile file, Actor actor);

    /**
     * With the answer, in its transaction. Refuses where he was shown a very like case and says nothing of it.
     *
     * @param step of the answer on the timeline
     */
    void decided(long concern, int step, Said said, Actor.Member by);
}
