package cn.lianxin;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/**
 * Takes the context that was worked out beforehand, where {@code ./lianxin run} has put it beside the classes and this start
 * is of the kind that it was worked out for: the embedded database, plain HTTP, the clockwork going. Every other start works
 * the context out anew, as one always did.
 */
class PreparedStart implements EnvironmentPostProcessor, Ordered {

    static final String PREPARED = "cn.lianxin.Lianxin__ApplicationContextInitializer";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (ClassUtils.isPresent(PREPARED, application.getClassLoader()) && fits(environment)) {
            SpringProperties.setFlag("spring.aot.enabled");
        }
    }

    static boolean fits(ConfigurableEnvironment environment) {
        return environment.getProperty("spring.datasource.url", "embedded").equals("embedded")
                && !environment.containsProperty("server.ssl.bundle")
                && environment.getProperty("lianxin.clockwork", "true").equals("true")
                && !environment.containsProperty("lianxin.import");
    }

    /** After it is decided whether HTTPS is spoken. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
