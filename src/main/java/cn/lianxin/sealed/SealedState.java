package cn.lianxin.sealed;

import cn.lianxin.kernel.Refusal;
import java.util.List;

/** How far a sealed report has come. Who sent it, and nobody else, says whether the answer is enough. */
sealed interface SealedState {

    record Received() implements SealedState {}

    record Opened() implements SealedState {}

    record Answered() implements SealedState {}

    /** Not enough: it waits for another answer, with a new date. */
    record NotEnough() implements SealedState {}

    record Enough() implements SealedState {}

    /** Refused as {@code sealed-over} or {@code sealed-not-answered} where this cannot follow. */
    default SealedState after(SealedStep.Kind kind) {
        return switch (kind) {
            case OPENED -> this instanceof Received ? new Opened() : this;
            case ANSWERED -> {
                mustGoOn();
                yield new Answered();
            }
            case ENOUGH -> {
                mustBeAnswered();
                yield new Enough();
            }
            case NOT_ENOUGH -> {
                mustBeAnswered();
                yield new NotEnough();
            }
            case RECOVERY, GIVEN, LATE, PEACE, TROUBLE, GUARDED, HELPED -> this;
        };
    }

    default boolean waitsForAnswer() {
        return switch (this) {
            case Received _, Opened _, NotEnough _ -> true;
            case Answered _, Enough _ -> false;
        };
    }

    /** From the beginning through all that happened. */
    static SealedState of(List<SealedStep> steps) {
        SealedState state = new Received();
        for (var step : steps) {
            state = state.after(step.kind());
        }
        return state;
    }

    /** The word for it, {@code sealed.state.<name>}. */
    default String name() {
        return switch (this) {
            case Received _ -> "RECEIVED";
            case Opened _ -> "OPENED";
            case Answered _ -> "ANSWERED";
            case NotEnough _ -> "NOT_ENOUGH";
            case Enough _ -> "ENOUGH";
        };
    }

    private void mustGoOn() {
        if (this instanceof Enough) {
            throw new Refusal.Conflict("sealed-over");
        }
    }

    private void mustBeAnswered() {
        if (!(this instanceof Answered)) {
            throw new Refusal.Conflict("sealed-not-answered");
        }
    }
}
