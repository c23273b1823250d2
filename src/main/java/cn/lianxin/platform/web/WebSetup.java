package cn.lianxin.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Wires templates, words and the switches into Spring MVC. */
@Configuration(proxyBeanMethods = false)
class WebSetup implements WebMvcConfigurer {

    private static final String CHINESE = "_zh_CN.properties";

    private final CurrentActor currentActor;

    WebSetup(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(currentActor);
    }

    /** The parts of a library that name each other; for every other one the handler of Spring Boot stays. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (var modules : List.of("prosemirror-*", "rope-sequence", "orderedmap", "w3c-keyname")) {
            registry.addResourceHandler("/webjars/" + modules + "/**")
                    .addResourceLocations(
                            "classpath:/META-INF/resources/webjars/" + (modules.endsWith("*") ? "" : modules + "/"))
                    .setCacheControl(CacheControl.maxAge(Duration.ofDays(7)))
                    .resourceChain(true)
                    .addTransformer(new ModuleAddresses());
        }
    }

    @Bean
    static TemplateEngine templateEngine() {
        var engine =
                TemplateEngine.createPrecompiled(null, ContentType.Html, WebSetup.class.getClassLoader(), "cn.lianxin");
        engine.setTrimControlStructures(true);
        return engine;
    }

    /** Every {@code messages/<room>_zh_CN.properties} with its English sister; Chinese where a language is unknown. */
    @Bean
    static MessageSource messageSource() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*" + CHINESE);
        var source = new ResourceBundleMessageSource();
        source.setBasenames(Arrays.stream(files)
                .map(file -> Objects.requireNonNull(file.getFilename()))
                .map(name -> "messages/" + name.substring(0, name.length() - CHINESE.length()))
                .sorted()
                .toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        source.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        return source;
    }

    /** A machine says which language its user reads; a page is Chinese until somebody presses the switch. */
    private static Locale localeWithoutCookie(HttpServletRequest request) {
        if (!MachinePath.matches(request) || request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(Set.of("zh", "en")::contains)
                .findFirst()
                .map(language -> language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE)
                .orElse(Locale.SIMPLIFIED_CHINESE);
    }

    @Bean
    static CookieLocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("language");
        resolver.setDefaultLocaleFunction(WebSetup::localeWithoutCookie);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setCookieHttpOnly(true);
        return resolver;
    }
}
