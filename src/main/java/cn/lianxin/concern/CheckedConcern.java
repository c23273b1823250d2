package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import java.util.Optional;

/**
 * A concern before somebody outside who looks at it again. Nothing here tells what the worker thinks of it.
 *
 * @param answer in the words in which it was given
 * @param speaker only where he spoke under his name and it is no report of wrongdoing
 * @param shown what the unit said when it was asked last how it stands now
 */
public record CheckedConcern(
        ConcernNumber number,
        String title,
        String words,
        String answer,
        Optional<PersonId> speaker,
        Optional<String> shown) {}
