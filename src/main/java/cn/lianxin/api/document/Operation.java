package cn.lianxin.api.document;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * That a handler is an operation of the programming interface. Its name is that of the method, its sentence {@code
 * operation.<name>} in both languages.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Operation {

    /** What it is about, under which the document lists it. */
    Topic value();

    /** Refused without an {@code Idempotency-Key}, because done twice it could not be taken back. */
    boolean onlyOnce() default false;

    /** Answers a file: the types that it may have. */
    String[] file() default {};
}
