package cn.lianxin.application;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * That a handler, or every handler of a class, answers only who comes with a token that has one of these scopes. The
 * {@link cn.lianxin.kernel.Actor} among its arguments is then limited to what they carry.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresScope {
    ApplicationScope[] value();
}
