package cn.lianxin.concern;

/**
 * How a state looks: icon, word and colour together, never colour alone.
 *
 * @param style class of the stylesheet
 * @param icon name in the sprite
 */
public record StateMark(String style, String icon) {

    /** @param state constant name of a {@link ConcernState} */
    public static StateMark of(String state, boolean late) {
        if (late) {
            return new StateMark("state-late", "overdue");
        }
        return switch (state) {
            case "FILED" -> new StateMark("state-working", "inbox");
            case "REPLIED", "REVIEWED", "DECLINED" -> new StateMark("state-answered", "reply");
            case "CONCLUDED", "WITHDRAWN" -> new StateMark("state-closed", "check");
            case "PAUSED" -> new StateMark("state-partly", "clock");
            case "LINKED" -> new StateMark("state-working", "link");
            case "HANDED_BACK", "IN_ARBITRATION", "RAISED_AGAIN" -> new StateMark("state-partly", "back");
            default -> new StateMark("state-working", "clock");
        };
    }
}
