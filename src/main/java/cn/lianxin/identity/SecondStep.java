package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * What is asked of somebody besides his password. This room asks; where no other answers, the password is enough. Whoever
 * answers ends the sign-in by {@link FinishingSignIn}.
 */
public interface SecondStep {

    /** Whether the password alone opens no session of this person. */
    boolean isAskedOf(PersonId person);

    /** Whether his roles, those that are lent to him too, are closed to him until more than the password was given. */
    boolean isOwedBy(Actor.Member member);

    /**
     * Remembers, in the transaction of whoever asks, that this browser has given the right password.
     *
     * @param back where he wanted to go
     * @return the address at which he gives the rest
     */
    String begin(PersonId person, String back, HttpServletRequest request, HttpServletResponse response);

    /** Forgets what this browser has begun; it may have begun nothing. */
    void abandon(HttpServletRequest request, HttpServletResponse response);
}
