package cn.lianxin.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Configuration;

/** Listens between the product and the database while {@link #on} is set. */
@Configuration(proxyBeanMethods = false)
class Recorder implements BeanPostProcessor {

    static volatile boolean on;
    static final List<Exchange> HEARD = Collections.synchronizedList(new ArrayList<>());

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source
                ? proxy(
                        DataSource.class,
                        source,
                        (method, result) -> result instanceof Connection connection ? listening(connection) : result)
                : bean;
    }

    private interface After {
        @Nullable
        Object use(Method method, @Nullable Object result);
    }

    private static Connection listening(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Recorder.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    var result = call(connection, method, arguments);
                    if (on && method.getName().equals("commit")) {
                        HEARD.add(new Exchange(Exchange.COMMIT, List.of()));
                    }
                    return result instanceof PreparedStatement statement && arguments != null
                            ? listening(statement, (String) arguments[0])
                            : result;
                });
    }

    private static PreparedStatement listening(PreparedStatement statement, String sql) {
        var values = new TreeMap<Integer, Object>();
        return (PreparedStatement) Proxy.newProxyInstance(
                Recorder.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, (_, method, arguments) -> {
                    var name = method.getName();
                    if (on
                            && name.startsWith("set")
                            && arguments != null
                            && arguments[0] instanceof Integer place
                            && arguments.length > 1) {
                        values.put(place, name.equals("setNull") ? Absent.VALUE : arguments[1]);
                    }
                    if (on && name.startsWith("execute")) {
                        var inOrder = new ArrayList<@Nullable Object>();
                        values.values().forEach(value -> inOrder.add(value == Absent.VALUE ? null : value));
                        HEARD.add(new Exchange(sql, inOrder));
                    }
                    return call(statement, method, arguments);
                });
    }

    private enum Absent {
        VALUE
    }

    private static <T> T proxy(Class<T> type, T target, After after) {
        return type.cast(Proxy.newProxyInstance(
                Recorder.class.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> after.use(method, call(target, method, arguments))));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
