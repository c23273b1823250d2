package cn.lianxin.platform.fairness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where a handler costs something else than its method tells: reading is usual for GET, a step for everything else. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CountsAs {

    Cost value();

    /** What a request takes of a share. */
    enum Cost {
        READING,
        STEP,
        /** Something arrives that people will work on. */
        FILING,
        /** Has limits of its own. */
        NOTHING
    }
}
