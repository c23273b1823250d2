package cn.lianxin.organization;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Faults;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** Sends a form to its activity and answers: onwards, or the same page with what was typed and what is wrong. */
final class Forms {

    private Forms() {}

    static ModelAndView onwards(String address) {
        return new ModelAndView("redirect:" + address, HttpStatus.SEE_OTHER);
    }

    /**
     * Tries the step.
     *
     * @param address where to go when it is done
     * @param page the page again, with faults
     */
    static ModelAndView attempt(
            Typed typed, Runnable step, String address, BiFunction<Typed, Faults, ModelAndView> page) {
        try {
            step.run();
            return onwards(address);
        } catch (Refusal.Violation violation) {
            return again(page.apply(typed, Faults.of(violation)), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Refusal.Conflict conflict) {
            var faults =
                    Faults.none().add("", conflict.code(), conflict.arguments().toArray());
            return again(page.apply(typed, faults), HttpStatus.CONFLICT);
        } catch (Refusal.NotAllowed notAllowed) {
            var faults = Faults.none()
                    .add("", notAllowed.code(), notAllowed.arguments().toArray());
            return again(page.apply(typed, faults), HttpStatus.FORBIDDEN);
        }
    }

    private static ModelAndView again(ModelAndView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }

    static LocalDate date(String field, String text) {
        try {
            return Wording.date(text);
        } catch (Refusal.Violation unclear) {
            throw new Refusal.Violation(field, unclear.code());
        }
    }

    /** Of somebody who can be at work; empty where nothing is typed. */
    static Optional<Integer> birthYear(String field, String text, LocalDate today) {
        var typed = text.strip();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        if (typed.matches("(19[2-9]|20[0-4])[0-9]") && Integer.parseInt(typed) <= today.getYear()) {
            return Optional.of(Integer.valueOf(typed));
        }
        throw new Refusal.Violation(field, "birth-year-wrong", typed.length() > 12 ? typed.substring(0, 12) : typed);
    }

    static <E extends Enum<E>> E choice(String field, Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw new Refusal.Violation(field, "choice-missing");
    }
}
